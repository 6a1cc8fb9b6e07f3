using System.Text;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Projections as entries of a <c>.net.yaml</c>.</summary>
internal static class NetYamlProjections
{
    private const double MostSynapses = 2_000_000;

    /// <summary>The entry, or nothing when something was reported.</summary>
    public static string Of(Network network, Projection projection, DiagnosticBag findings)
    {
        string path = $"projection '{projection.Name}'";
        if (projection.Plasticity is not null || projection.ThirdFactor is not null)
        {
            findings.Report(NetYamlExportDiagnostics.Projection, path, "synapses that learn", "synapses with fixed weights");
            return "";
        }

        if (Connectivity(projection.Connectivity, network[projection.Source], network[projection.Target]) is not { } connectivity)
        {
            findings.Report(
                NetYamlExportDiagnostics.Projection, path, $"a {projection.Connectivity.GetType().Name} of too many synapses to list", $"{MostSynapses:N0} synapses");
            return "";
        }

        var text = new StringBuilder();
        text.Append($"  - source: {NetYamlWriter.Text(projection.Source)}\n    target: {NetYamlWriter.Text(projection.Target)}\n    name: {NetYamlWriter.Text(projection.Name)}\n");
        text.Append($"    {connectivity}\n");
        if (projection.Unit is IntegerWeights unit)
        {
            text.Append($"    integerWeights: {{bits: {unit.Bits}, exponent: {unit.Exponent}, sign: {Word(unit.Sign)}}}\n");
        }

        text.Append(projection.Receptor == 0 ? "" : $"    receptor: {projection.Receptor}\n");
        text.Append(projection.Encoding is { } form ? $"    encoding: {Word(form)}\n" : "");
        return text.ToString();
    }

    private static string? Connectivity(Connectivity connectivity, Population source, Population target)
    {
        switch (connectivity)
        {
            case OneToOne map:
                return $"oneToOne: {{weight: {NetYamlWriter.Values(map.Weights)}, delay: {NetYamlWriter.Values(map.DelaySteps)}}}";
            case AllToAll { Weights.Count: 1 } map when map.SourceCount * map.TargetCount != 1:
                return $"allToAll: {{weight: {NetYamlWriter.Number(map.Weights[0])}, delay: {map.Delay}}}";
            case AllToAll map:
                return $"allToAll: {{weight: {Nested(map.Weights, [map.TargetCount, map.SourceCount])}, delay: {map.Delay}}}";
            case Convolution map when map.InputShape.SequenceEqual(source.Shape) && map.Padding.SequenceEqual(map.PaddingAfter):
                return $"convolution: {{kernel: {Nested(map.Kernel, map.KernelShape)}, stride: {NetYamlWriter.Values(map.Stride)}, padding: {NetYamlWriter.Values(map.Padding)}, "
                    + $"dilation: {NetYamlWriter.Values(map.Dilation)}, groups: {map.Groups}, delay: {map.Delay}}}";
            default:
                return connectivity.EstimateSynapses(source.Shape, target.Shape) <= MostSynapses ? Listed(connectivity, source.Count) : null;
        }
    }

    private static string Listed(Connectivity connectivity, int sources)
    {
        var row = new List<Synapse>();
        var text = new StringBuilder("explicit: {synapses: [");
        string separator = "";
        for (int s = 0; s < sources; s++)
        {
            row.Clear();
            connectivity.AppendRow(s, row);
            foreach (Synapse synapse in row)
            {
                text.Append($"{separator}[{s}, {synapse.Target}, {NetYamlWriter.Number(synapse.Weight)}, {synapse.Delay}]");
                separator = ", ";
            }
        }

        return text.Append("]}").ToString();
    }

    private static string Nested(IReadOnlyList<double> values, IReadOnlyList<int> shape)
    {
        var text = new StringBuilder();
        int next = 0;
        Append(0);
        return text.ToString();

        void Append(int axis)
        {
            if (axis == shape.Count)
            {
                text.Append(NetYamlWriter.Number(values[next++]));
                return;
            }

            text.Append('[');
            for (int i = 0; i < shape[axis]; i++)
            {
                text.Append(i == 0 ? "" : ", ");
                Append(axis + 1);
            }

            text.Append(']');
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
