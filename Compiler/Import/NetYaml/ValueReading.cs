using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads the kinds of values that many keys share.</summary>
internal static class ValueReading
{
    /// <summary>A finite number above 0; 0 when it is not.</summary>
    public static double AsPositive(this YamlNode node)
    {
        double value = node.AsDouble();
        if (value < 0 || (value == 0 && node is YamlScalar scalar && double.TryParse(scalar.Text, out double written) && written == 0))
        {
            node.Report(NetYamlDiagnostics.NotPositive, $"the value {value}", "a number above 0");
            return 0;
        }

        return value;
    }

    /// <summary>One number for all neurons, or a list with one for each.</summary>
    public static PerNeuron AsPerNeuron(this YamlNode node, int count, Func<YamlNode, double>? read = null)
    {
        read ??= item => item.AsDouble();
        return node is YamlSequence ? new PerNeuron(node.AsList(count, read)) : new PerNeuron(read(node));
    }

    /// <summary>One integer for all neurons, or a list with one for each.</summary>
    public static IReadOnlyList<int> AsIntegers(this YamlNode node, int count) =>
        node is YamlSequence ? node.AsList(count, item => item.AsInt32()) : [node.AsInt32()];

    /// <summary>One integer for both axes, or a list with one for each axis.</summary>
    public static IReadOnlyList<int> AsAxes(this YamlNode node, int min) =>
        node is YamlSequence ? [.. node.AsSequence(1, 2).Select(item => item.AsInt32(min))] : [node.AsInt32(min)];

    /// <summary>Whether exactly one of some keys is present; reports it where not.</summary>
    /// <returns>The key, or <see langword="null"/>.</returns>
    public static string? ExactlyOne(this YamlMapping mapping, params ReadOnlySpan<string> keys)
    {
        var present = new List<string>();
        foreach (string key in keys)
        {
            if (mapping.Has(key))
            {
                present.Add(key);
            }
        }

        if (present.Count != 1)
        {
            mapping.Report(
                NetYamlDiagnostics.Alternatives,
                present.Count == 0 ? "none of the alternatives" : $"several alternatives at once: {string.Join(", ", present)}",
                $"exactly one of {string.Join(", ", keys!)}");
            return null;
        }

        return present[0];
    }

    /// <summary>Index of a neuron.</summary>
    public static int AsNeuron(this YamlNode node, int count)
    {
        int neuron = node.AsInt32(0);
        if (neuron >= count)
        {
            node.Report(NetYamlDiagnostics.NeuronOutOfRange, $"neuron {neuron}", $"neurons 0..{count - 1}");
        }

        return neuron;
    }

    /// <summary>Number of findings so far, as far as they are kept.</summary>
    public static int Count(this ViolationCollector violations) => violations.Diagnostics.Count;

    private static T[] AsList<T>(this YamlNode node, int count, Func<YamlNode, T> read)
    {
        IReadOnlyList<YamlNode> items = node.AsSequence();
        if (items.Count != 1 && items.Count != count)
        {
            node.Report(NetYamlDiagnostics.ValueCount, $"{items.Count} values for {count} neurons", count == 1 ? "1 value" : $"1 value, or {count} values");
        }

        return items.Count == 0 ? [default!] : [.. items.Select(read)];
    }
}
