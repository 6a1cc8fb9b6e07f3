using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>A rectangular array written as lists of lists.</summary>
/// <param name="Shape">Extents, outermost first.</param>
/// <param name="Values">Values, the last axis fastest.</param>
internal sealed record NestedList(IReadOnlyList<int> Shape, double[] Values)
{
    /// <summary>Whether all lists of one depth have the same length.</summary>
    public bool IsRectangular => Values.Length > 0;

    /// <summary>Reads it; reports what is not rectangular or of another depth.</summary>
    /// <param name="node">Outermost list.</param>
    /// <param name="depth">Levels of lists; 0 takes any.</param>
    /// <param name="read">Reads one value.</param>
    public static NestedList Read(YamlNode node, int depth, Func<YamlNode, double> read)
    {
        var shape = new List<int>();
        for (YamlNode level = node; level is YamlSequence sequence; level = sequence.Items[0])
        {
            shape.Add(sequence.Items.Count);
            if (sequence.Items.Count == 0)
            {
                break;
            }
        }

        if (depth != 0 && shape.Count != depth)
        {
            node.Report(NetYamlDiagnostics.ValueCount, $"lists that are {shape.Count} deep", $"lists of lists, {depth} deep");
            return new NestedList(shape, []);
        }

        var values = new List<double>();
        return Append(node, shape, 0, values, read) ? new NestedList(shape, [.. values]) : new NestedList(shape, []);
    }

    private static bool Append(YamlNode node, List<int> shape, int level, List<double> values, Func<YamlNode, double> read)
    {
        if (level == shape.Count)
        {
            values.Add(read(node));
            return true;
        }

        IReadOnlyList<YamlNode> items = node.AsSequence();
        if (items.Count != shape[level] && node is YamlSequence)
        {
            node.Report(NetYamlDiagnostics.ValueCount, $"{items.Count} values", $"{shape[level]} values, as in the first list of this depth");
        }

        bool sound = items.Count == shape[level];
        foreach (YamlNode item in items)
        {
            sound &= Append(item, shape, level + 1, values, read);
        }

        return sound;
    }
}
