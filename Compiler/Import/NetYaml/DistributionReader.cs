using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads distributions: a number, or one of <c>uniform</c>, <c>uniformInteger</c> and <c>normal</c>.</summary>
internal static class DistributionReader
{
    public static Distribution Read(YamlNode? node)
    {
        if (node is null)
        {
            return new Constant(0);
        }

        if (node is not YamlMapping mapping)
        {
            return new Constant(node.AsDouble());
        }

        Distribution distribution = new Constant(0);
        switch (mapping.ExactlyOne("uniform", "uniformInteger", "normal"))
        {
            case "uniform":
                IReadOnlyList<YamlNode> ends = mapping.Required("uniform").AsSequence(2, 2);
                distribution = ends.Count == 2 ? new Uniform(ends[0].AsDouble(), ends[1].AsDouble()) : distribution;
                break;
            case "uniformInteger":
                IReadOnlyList<YamlNode> integers = mapping.Required("uniformInteger").AsSequence(2, 2);
                distribution = integers.Count == 2 ? new UniformInteger(integers[0].AsInt32(), integers[1].AsInt32()) : distribution;
                break;
            case "normal":
                distribution = ReadNormal(mapping.Required("normal").AsMapping());
                break;
        }

        mapping.RejectUnknownKeys();
        return distribution;
    }

    private static Normal ReadNormal(YamlMapping mapping)
    {
        var normal = new Normal(
            mapping.Required("mean").AsDouble(),
            mapping.Required("standardDeviation").AsDouble(0),
            mapping.Optional("min")?.AsDouble() ?? double.NegativeInfinity,
            mapping.Optional("max")?.AsDouble() ?? double.PositiveInfinity);
        mapping.RejectUnknownKeys();
        return normal;
    }
}
