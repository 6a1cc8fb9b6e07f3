using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads populations and spike sources into a builder.</summary>
internal sealed class PopulationReader(NetworkBuilder builder, double? timestep, Dictionary<string, IReadOnlyList<int>> shapes, string folder)
{
    // One number pins a whole population; a chip has far fewer compartments than this.
    private const int LargestPinned = 16 * 1024 * 1024;

    /// <summary>Names of the populations that are given as registers.</summary>
    public HashSet<string> RegisterPopulations { get; } = new(StringComparer.Ordinal);

    public void ReadPopulation(YamlEntry entry)
    {
        int before = entry.Value.Document.Violations.Count();
        YamlMapping mapping = entry.Value.AsMapping();
        IReadOnlyList<int> shape = ReadShape(mapping);
        int count = CountOf(shape);
        NeuronParameters? neurons = null;
        switch (mapping.ExactlyOne("neurons", "loihi", "loihi2", "odin", "truenorth", "xylo"))
        {
            case "neurons":
                neurons = NeuronReader.Read(mapping.Required("neurons").AsMapping(), count, timestep);
                break;
            case "loihi":
                RegisterPopulations.Add(entry.Key);
                neurons = LoihiReader.Read(mapping.Required("loihi").AsMapping(), count);
                break;
            case "loihi2":
                RegisterPopulations.Add(entry.Key);
                neurons = Loihi2Reader.Read(mapping.Required("loihi2").AsMapping(), count);
                break;
            case "odin":
                RegisterPopulations.Add(entry.Key);
                neurons = OdinReader.Read(mapping.Required("odin").AsMapping(), count);
                break;
            case "xylo":
                RegisterPopulations.Add(entry.Key);
                neurons = XyloReader.Read(mapping.Required("xylo").AsMapping(), count);
                break;
            case "truenorth":
                RegisterPopulations.Add(entry.Key);
                neurons = TrueNorthReader.Read(mapping.Required("truenorth").AsMapping(), count);
                break;
        }

        IReadOnlyList<int>? cores = mapping.Optional("cores")?.AsIntegers(count);
        cores = cores is { Count: 1 } single && count is > 1 and <= LargestPinned ? [.. Enumerable.Repeat(single[0], count)] : cores;
        mapping.RejectUnknownKeys();
        if (entry.Value.Document.Violations.Count() > before || neurons is null)
        {
            builder.DeclareUnreadable(entry.Key);
            return;
        }

        shapes.TryAdd(entry.Key, shape);
        builder.AddPopulation(entry.Key, shape, neurons, cores, entry.KeyLocation);
    }

    public void ReadSource(YamlEntry entry)
    {
        int before = entry.Value.Document.Violations.Count();
        YamlMapping mapping = entry.Value.AsMapping();
        IReadOnlyList<int> shape = ReadShape(mapping);
        SpikeSource? source = new SourceReader(CountOf(shape), timestep, folder).Read(mapping);
        mapping.RejectUnknownKeys();
        if (entry.Value.Document.Violations.Count() > before || source is null)
        {
            builder.DeclareUnreadable(entry.Key);
            return;
        }

        shapes.TryAdd(entry.Key, shape);
        builder.AddSource(entry.Key, shape, source, entry.KeyLocation);
    }

    private static IReadOnlyList<int> ReadShape(YamlMapping mapping) => mapping.ExactlyOne("size", "shape") switch
    {
        "size" => [mapping.Required("size").AsInt32(1)],
        "shape" => [.. mapping.Required("shape").AsSequence(1, 8).Select(extent => extent.AsInt32(1))],
        _ => [1],
    };

    private static int CountOf(IReadOnlyList<int> shape) => (int)Math.Min(shape.Volume(), int.MaxValue);
}
