using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads projections into a builder.</summary>
internal sealed class ProjectionReader(NetworkBuilder builder, Dictionary<string, IReadOnlyList<int>> shapes, HashSet<string> registerPopulations)
{
    private static readonly IReadOnlyList<int> UnknownShape = [1];

    public void Read(YamlMapping mapping)
    {
        int before = mapping.Document.Violations.Count();
        string source = mapping.Required("source").AsString();
        string target = mapping.Required("target").AsString();
        string? name = mapping.Optional("name")?.AsString();
        int receptor = mapping.Optional("receptor")?.AsInt32(0, 255) ?? 0;
        RowForm? encoding = mapping.Optional("encoding")?.AsEnum<RowForm>();
        bool endsAreKnown = shapes.ContainsKey(source) & shapes.ContainsKey(target);
        var reader = new ConnectivityReader(
            shapes.GetValueOrDefault(source, UnknownShape), shapes.GetValueOrDefault(target, UnknownShape), endsAreKnown, name ?? $"{source} -> {target}");
        Connectivity? connectivity = reader.Read(mapping);
        WeightUnit unit = ReadUnit(mapping, registerPopulations.Contains(target) || mapping.Has("thirdFactor"), reader.Weights);
        Plasticity? plasticity = mapping.Optional("plasticity") is { } learning ? PlasticityReader.Read(learning.AsMapping()) : null;
        ThirdFactor? thirdFactor = mapping.Optional("thirdFactor") is { } factor ? PlasticityReader.ReadThirdFactor(factor.AsMapping()) : null;
        mapping.RejectUnknownKeys();
        bool isSound = connectivity is not null && mapping.Document.Violations.Count() == before;

        // A faulty connectivity is not checked against its populations, but misspelt names are found all the same.
        connectivity = isSound ? connectivity! : new OneToOne(0);
        if (isSound || (source.Length > 0 && target.Length > 0 && !endsAreKnown))
        {
            var projection = new Projection
            {
                Name = name ?? "",
                Source = source,
                Target = target,
                Connectivity = connectivity,
                Unit = unit,
                Receptor = receptor,
                Encoding = encoding,
                Plasticity = plasticity,
                ThirdFactor = thirdFactor,
            };
            builder.Connect(projection, mapping.Location);
        }
    }

    private static WeightUnit ReadUnit(YamlMapping mapping, bool areIntegers, WeightRange weights)
    {
        if (mapping.Optional("integerWeights") is not { } node)
        {
            return areIntegers ? new IntegerWeights(Sign: weights.Sign) : WeightUnit.Physical;
        }

        YamlMapping format = node.AsMapping();
        var unit = new IntegerWeights(
            format.Optional("bits")?.AsInt32(1, 8) ?? 8,
            format.Optional("exponent")?.AsInt32(-8, 7) ?? 0,
            format.Optional("sign")?.AsEnum<SignMode>() ?? weights.Sign);
        format.RejectUnknownKeys();
        return unit;
    }
}
