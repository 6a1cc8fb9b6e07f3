using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads chip specifications from YAML; the format is described in <c>docs/formats/chipspec.md</c>.</summary>
public static class ChipSpecReader
{
    private static readonly YamlLimits Limits = new() { MaxLength = 1024 * 1024, MaxNodes = 20_000, MaxDepth = 16, MaxScalarLength = 8 * 1024 };

    /// <summary>Reads a chip specification from a text.</summary>
    /// <param name="yaml">The text, at most 1 Mi characters.</param>
    /// <param name="fileName">Name that messages give.</param>
    /// <exception cref="InvalidInputException">With everything that is wrong, each with line, column and path.</exception>
    public static Spec.ChipSpec Read(string yaml, string fileName) => Read(YamlDocument.Parse(yaml, fileName, Limits));

    /// <summary>Reads a chip specification from a file.</summary>
    /// <param name="path">Path of a UTF-8 file, at most 1 MiB.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or with everything that is wrong in it.</exception>
    public static Spec.ChipSpec ReadFile(string path) => Read(YamlDocument.ParseFile(path, Limits));

    private static Spec.ChipSpec Read(YamlDocument document)
    {
        YamlMapping root = document.Root.AsMapping();
        string id = root.Required("id").AsName();
        string name = root.Required("name").AsString();
        string family = root.Required("family").AsChoice(ChipFamilies.Names);
        IReadOnlyDictionary<string, string> sources = ReadSources(root.Required("sources").AsMapping());
        YamlNode coreNode = root.Required("core");
        YamlNode synapseNode = root.Required("synapse");
        CoreLimits core = CoreLimitsReader.Read(coreNode.AsMapping());
        SynapseFormat synapse = SynapseFormatReader.Read(synapseNode.AsMapping());
        CompartmentFormat compartment = CompartmentFormatReader.Read(root.Required("compartment").AsMapping());
        Mesh mesh = MeshReader.Read(root.Required("mesh").AsMapping());
        TimestepRegime timestep = ReadTimestep(root.Required("timestep").AsMapping());
        LearningFormat? learning = root.Optional("learning") is { } rules ? ReadLearning(rules.AsMapping()) : null;
        EmulationScope? emulation = root.Optional("emulation") is { } scope ? ReadEmulation(scope.AsMapping()) : null;
        IReadOnlyList<PriceTable> prices = PriceReader.Read(root.Required("prices"), [.. sources.Keys]);
        root.RejectUnknownKeys();

        if (core.SynapseMemoryBits is not null && synapse.Packing is null)
        {
            synapseNode.Report(
                ChipSpecDiagnostics.Inconsistent, "core.synapseMemoryBits without synapse.packing", "both or neither", "add 'packing:', which says how the memory fills");
        }

        Spec.ChipSpec chip = new()
        {
            Id = id,
            Name = name,
            Family = family,
            Sources = sources,
            Core = core,
            Synapse = synapse,
            Compartment = compartment,
            Mesh = mesh,
            Timestep = timestep,
            Learning = learning,
            Emulation = emulation,
            Prices = prices,
        };
        FamilyFields.Check(chip, root);
        document.ThrowIfInvalid();
        return chip;
    }

    private static LearningFormat ReadLearning(YamlMapping node)
    {
        LearningFormat format = new()
        {
            Rules = node.Required("rules").AsNames(),
            EpochTimesteps = node.Optional("epochTimesteps")?.AsInt32(1, LearningFormat.LongestEpoch),
        };
        node.RejectUnknownKeys();
        return format;
    }

    private static EmulationScope ReadEmulation(YamlMapping node)
    {
        EmulationScope scope = new()
        {
            Exact = Statements("exact"),
            Approximate = Statements("approximate"),
            NotEmulated = Statements("notEmulated"),
        };
        node.RejectUnknownKeys();
        return scope;

        IReadOnlyList<string> Statements(string key) =>
            node.Optional(key) is { } list ? [.. list.AsSequence(maxCount: 64).Select(item => item.AsString())] : [];
    }

    private static SortedDictionary<string, string> ReadSources(YamlMapping node)
    {
        // Sorted, so that equal specifications have one canonical text.
        SortedDictionary<string, string> sources = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in node.Entries)
        {
            SpecNode.CheckName(entry.Value, entry.Key, entry.KeyLocation);
            sources[entry.Key] = entry.Value.AsString();
        }

        return sources;
    }

    private static TimestepRegime ReadTimestep(YamlMapping node)
    {
        TimestepRegime regime = new()
        {
            Kind = node.Required("kind").AsChoice(["barrier", "tick", "eventDriven"]),
            RealTimeMicroseconds = node.Optional("realTimeMicroseconds")?.AsDouble(min: 1e-3, max: 1e9),
        };
        node.RejectUnknownKeys();
        return regime;
    }
}
