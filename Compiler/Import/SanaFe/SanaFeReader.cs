using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>Reads networks, and their mapping onto Loihi cores, in the YAML of SANA-FE.</summary>
/// <remarks>
/// SANA-FE: Boyle et al. 2025, IEEE TCAD, doi:10.1109/TCAD.2025.3537971. The result computes in the integers of Loihi 1 exactly what
/// SANA-FE computes in real numbers; what would not be exact is refused. Tile t has the physical cores 4·t to 4·t + 3. Populations carry
/// the names of groups; a spike acts in the next timestep.
/// </remarks>
public static class SanaFeReader
{
    /// <summary>Key by which such files are told from others.</summary>
    internal const string TopKey = "network";

    /// <summary>How much is taken: such files list every synapse.</summary>
    internal static YamlLimits Limits { get; } = new() { MaxLength = 64 * 1024 * 1024, MaxNodes = 4 * 1024 * 1024 };

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InvalidInputException">It cannot be read or taken; carries everything that was found.</exception>
    public static Network ReadFile(string path) => Read(YamlDocument.ParseFile(path, Limits));

    /// <summary>Reads a text.</summary>
    /// <param name="text">Content of a file.</param>
    /// <param name="fileName">Name that messages give.</param>
    /// <exception cref="InvalidInputException">It cannot be taken; carries everything that was found.</exception>
    public static Network Read(string text, string fileName) => Read(YamlDocument.Parse(text, fileName, Limits));

    internal static Network Read(YamlDocument document)
    {
        YamlMapping root = document.Root.AsMapping();
        YamlMapping description = root.Required(TopKey).AsMapping();
        var builder = new NetworkBuilder(description.Optional("name")?.AsString() ?? "network");
        var groups = new SanaFeGroupReader();
        foreach (YamlNode group in description.Required("groups").AsSequence())
        {
            groups.Read(group);
        }

        // Mappings come first: the unit that serves a target decides into which projection an edge goes.
        bool isMapped = root.Optional("mappings") is not null;
        foreach (YamlEntry entry in Entries(root.Optional("mappings")))
        {
            SanaFeMappingReader.Read(entry, groups);
        }

        var edges = new SanaFeEdgeReader(groups);
        foreach (YamlEntry entry in Entries(description.Optional("edges")))
        {
            edges.Read(entry);
        }

        description.RejectUnknownKeys();
        root.RejectUnknownKeys();
        if (isMapped && !groups.HasFaults)
        {
            RequireMapped(groups, document.Violations);
        }

        document.ThrowIfInvalid();
        foreach (SanaFeGroup group in groups.Groups)
        {
            builder.AddPopulation(group.Name, [group.Count], group.ToNeurons(), isMapped ? group.Cores : null, group.Location);
            builder.Output(group.Name);
        }

        edges.AddTo(builder, isMapped);
        return builder.Build();
    }

    private static IEnumerable<YamlEntry> Entries(YamlNode? list) =>
        list is null ? [] : list.AsSequence().SelectMany(item => item.AsMapping().Entries);

    private static void RequireMapped(SanaFeGroupReader groups, ViolationCollector violations)
    {
        foreach (SanaFeGroup group in groups.Groups)
        {
            int unmapped = group.Cores.Count(core => core < 0);
            if (unmapped > 0)
            {
                violations.Add(
                    SanaFeDiagnostics.Neurons,
                    group.Location,
                    $"{unmapped} neurons of the group '{group.Name}' without a core, the first of them {Array.IndexOf(group.Cores, -1)}",
                    "a mapping for every neuron",
                    $"add a mapping such as '{group.Name}: {{core: 0.0}}'");
            }
        }
    }
}
