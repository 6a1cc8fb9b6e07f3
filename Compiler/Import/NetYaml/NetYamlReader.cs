using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads networks that people write by hand: <c>.net.yaml</c>.</summary>
/// <remarks>The format is described in docs/formats/net-yaml.md; editors complete it with docs/schemas/net-yaml.schema.json.</remarks>
public static class NetYamlReader
{
    /// <summary>End of the names of such files.</summary>
    public const string Extension = ".net.yaml";

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file. Spike files that it names are looked for in its folder.</param>
    /// <exception cref="InvalidInputException">It cannot be read or taken; carries everything that was found.</exception>
    public static Network ReadFile(string path) =>
        Read(YamlDocument.ParseFile(path), Path.GetDirectoryName(path) ?? "");

    /// <summary>Reads a text.</summary>
    /// <param name="text">Content of a file.</param>
    /// <param name="fileName">Name that messages give.</param>
    /// <param name="folder">Folder in which spike files are looked for.</param>
    /// <exception cref="InvalidInputException">It cannot be taken; carries everything that was found.</exception>
    public static Network Read(string text, string fileName, string folder = "") => Read(YamlDocument.Parse(text, fileName), folder);

    internal static Network Read(YamlDocument document, string folder)
    {
        YamlMapping root = document.Root.AsMapping();
        string name = root.Required("name").AsString();
        var builder = new NetworkBuilder(name);
        double? timestep = null;
        if (root.Optional("timestep") is { } timestepNode)
        {
            double seconds = timestepNode.AsPositive();

            // A timestep that is wrong has been reported; what depends on it is read as if it were a second.
            timestep = seconds == 0 ? 1 : seconds;
            builder.Timestep(timestep.Value, timestepNode.Location);
        }

        var shapes = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        var populations = new PopulationReader(builder, timestep, shapes, folder);
        foreach (YamlEntry entry in root.Optional("sources")?.AsMapping().Entries ?? [])
        {
            populations.ReadSource(entry);
        }

        foreach (YamlEntry entry in root.Optional("populations")?.AsMapping().Entries ?? [])
        {
            populations.ReadPopulation(entry);
        }

        var projections = new ProjectionReader(builder, shapes, populations.RegisterPopulations);
        foreach (YamlNode projection in root.Optional("projections")?.AsSequence() ?? [])
        {
            projections.Read(projection.AsMapping());
        }

        foreach (YamlNode output in root.Optional("outputs")?.AsSequence() ?? [])
        {
            builder.Output(output.AsString(), output.Location);
        }

        root.RejectUnknownKeys();
        builder.CheckInto(document.Violations);
        document.ThrowIfInvalid();
        return builder.Build();
    }
}
