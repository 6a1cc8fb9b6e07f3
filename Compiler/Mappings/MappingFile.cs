using System.Globalization;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Mappings;

/// <summary>Reads and writes mapping plans as <c>mapping.json</c>; docs/formats/mapping.md describes the format.</summary>
/// <remarks>JSON is read as the YAML that it also is, so that findings point to line and column.</remarks>
public static class MappingFile
{
    private const string Format = "ganglion-mapping";
    private const int Version = 1;
    private const int MaximumForbidden = 1_000_000;

    private static readonly YamlLimits Limits = new()
    {
        MaxLength = 64 * 1024 * 1024,
        MaxNodes = 4 * 1024 * 1024,
        MaxDepth = 8,
        MaxScalarLength = 16 * 1024 * 1024,
    };

    /// <summary>Reads a plan.</summary>
    /// <param name="path">Path of a UTF-8 file, at most 64 MiB.</param>
    /// <exception cref="InvalidInputException">It cannot be read or taken; carries everything that was found.</exception>
    public static MappingPlan ReadFile(string path) => Read(YamlDocument.ParseFile(path, Limits));

    /// <summary>Reads a plan from a text.</summary>
    /// <param name="text">Content of a file.</param>
    /// <param name="fileName">Name that messages give.</param>
    /// <exception cref="InvalidInputException">It cannot be taken; carries everything that was found.</exception>
    public static MappingPlan Read(string text, string fileName) => Read(YamlDocument.Parse(text, fileName, Limits));

    /// <summary>Writes where an image has its neurons; read back, it gives the same image.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="image">The image.</param>
    /// <param name="chip">Name of its chip.</param>
    /// <param name="forbidden">Cores that were left alone.</param>
    public static void Write(TextWriter writer, ChipImage image, string chip, IReadOnlyCollection<int> forbidden)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(forbidden);
        writer.Write($"{{\n  \"format\": \"{Format}\",\n  \"version\": {Version},\n");
        writer.Write($"  \"network\": {{\"name\": {MappingText.Quote(image.NetworkName)}, \"hash\": \"{image.NetworkHash}\"}},\n");
        writer.Write($"  \"chip\": {MappingText.Quote(chip)},\n  \"pinned\": {{}},\n");
        writer.Write($"  \"forbidden\": [{string.Join(", ", forbidden.Distinct().Order().Select(core => core.ToString(CultureInfo.InvariantCulture)))}],\n");
        writer.Write("  \"cores\": [");
        for (int i = 0; i < image.Cores.Count; i++)
        {
            CoreImage core = image.Cores[i];
            IEnumerable<string> neurons = MappingText.Describe(core, image.Populations).Select(MappingText.Quote);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}\n    {{\"core\": {core.Core}, \"neurons\": [{string.Join(", ", neurons)}]}}"));
        }

        writer.Write("\n  ]\n}\n");
    }

    private static MappingPlan Read(YamlDocument document)
    {
        YamlMapping root = document.Root.AsMapping();
        root.Required("format").AsChoice([Format]);
        root.Required("version").AsInt32(Version, Version);
        string? hash = null;
        if (root.Optional("network") is { } networkNode)
        {
            YamlMapping network = networkNode.AsMapping();
            network.Optional("name")?.AsString();
            hash = network.Optional("hash")?.AsString();
            network.RejectUnknownKeys();
        }

        string? chip = root.Optional("chip")?.AsString();
        List<PlannedPopulation> pinned = [];
        foreach (YamlEntry entry in root.Optional("pinned")?.AsMapping().Entries ?? [])
        {
            pinned.Add(new PlannedPopulation(
                entry.Key, [.. entry.Value.AsSequence(minCount: 1, maxCount: MaximumForbidden).Select(core => core.AsInt32(min: 0))], entry.KeyLocation));
        }

        List<int> forbidden = [];
        foreach (YamlNode item in root.Optional("forbidden")?.AsSequence(maxCount: MaximumForbidden) ?? [])
        {
            ReadForbidden(item, forbidden);
        }

        List<PlannedNeurons> neurons = [];
        HashSet<int> listed = [];
        foreach (YamlNode item in root.Optional("cores")?.AsSequence() ?? [])
        {
            ReadCore(item.AsMapping(), listed, neurons);
        }

        root.RejectUnknownKeys();
        document.ThrowIfInvalid();
        return new MappingPlan { NetworkHash = hash, Chip = chip, Neurons = neurons, Pinned = pinned, Forbidden = forbidden, Location = new SourceLocation(document.FileName) };
    }

    private static void ReadCore(YamlMapping entry, HashSet<int> listed, List<PlannedNeurons> neurons)
    {
        YamlNode coreNode = entry.Required("core");
        int violations = entry.Document.Violations.Count;
        int core = coreNode.AsInt32(min: 0);
        if (entry.Document.Violations.Count == violations && !coreNode.IsAbsent && !listed.Add(core))
        {
            coreNode.Report(MappingDiagnostics.CoreListedTwice, $"core {core} a second time", "every core once", "put its neurons into one entry");
        }

        foreach (YamlNode item in entry.Required("neurons").AsSequence(minCount: 1))
        {
            string text = item.AsString();
            if (item.IsAbsent || text.Length == 0)
            {
                continue;
            }

            if (MappingText.Parse(text) is not { } parsed)
            {
                item.Report(
                    MappingDiagnostics.BadRange, $"'{Printable.Shorten(text)}'", "a population and its neurons, e.g. \"hidden[0-99,120]\"", "write the ranges in brackets, ascending");
                continue;
            }

            SourceLocation location = item.Location;
            neurons.AddRange(parsed.Ranges.Select(range => new PlannedNeurons(core, parsed.Population, range.First, range.Count, location)));
        }

        entry.RejectUnknownKeys();
    }

    private static void ReadForbidden(YamlNode item, List<int> forbidden)
    {
        if (item is YamlScalar { IsPlain: false })
        {
            string text = item.AsString();
            if (MappingText.ParseRange(text) is { } range && forbidden.Count + (long)range.Count <= MaximumForbidden)
            {
                forbidden.AddRange(Enumerable.Range(range.First, range.Count));
            }
            else
            {
                item.Report(MappingDiagnostics.BadRange, $"'{Printable.Shorten(text)}'", "a core or a range of cores, e.g. 5 or \"8-15\"", "correct the range");
            }
        }
        else
        {
            forbidden.Add(item.AsInt32(min: 0));
        }
    }
}
