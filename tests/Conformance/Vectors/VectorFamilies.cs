using Ganglion.Conformance.Tests.EnergyLatency;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Conformance.Tests.Odin;
using Ganglion.Conformance.Tests.TrueNorth;
using Ganglion.Conformance.Tests.Xylo;

namespace Ganglion.Conformance.Tests.Vectors;

/// <summary>Families of vectors, and who reads each.</summary>
internal static class VectorFamilies
{
    /// <summary>Families whose absence is worth a word.</summary>
    public static IReadOnlyList<string> Expected { get; } = ["energy-latency", "hil", "loihi", "odin", "truenorth-ranc", "xylo"];

    private static readonly Dictionary<string, string> NotEmulated = new(StringComparer.Ordinal)
    {
        ["hil"] = "hardware in the loop is not there yet",
    };

    private static readonly Dictionary<string, string> ReadElsewhere = new(StringComparer.Ordinal)
    {
        ["nir"] = "outputs of NIR networks are read by the tests of the importer and of the encodings",
        ["netx"] = "lava-dl networks are not imported",
        ["learning"] = "windows of learning are read by the tests of the whole emulator",
    };

    /// <summary>All cases of a family in a folder.</summary>
    public static IEnumerable<VectorCase> Cases(GoldenFolder folder, string family)
    {
        string id = folder.Label + family;
        IReadOnlyList<string> files = folder.Files(family);
        return family switch
        {
            "loihi" => files.SelectMany(file => LoihiFile.Cases(id, file)),
            "odin" => files.Select(file => OdinVectors.Case(id, file)),
            "xylo" => files.Select(file => XyloVectors.Case(id, file)),
            "energy-latency" => EnergyFolder.Cases(id, files),
            "truenorth-ranc" => files.SelectMany(file => RancFile.Cases(id, file)),
            _ when NotEmulated.TryGetValue(family, out string? reason) => files.Select(file => ForeignFile(id, file, reason)),
            _ when ReadElsewhere.TryGetValue(family, out string? reason) => [VectorCase.Skipped(id, reason)],
            _ => [VectorCase.Broken(id, $"The family '{family}' is unknown.")],
        };
    }

    /// <summary>A file of a family that is not emulated yet, if it says what it expects.</summary>
    private static VectorCase ForeignFile(string family, string path, string reason)
    {
        string id = $"{family}/{Path.GetFileName(path)}";
        bool known = Path.GetExtension(path) switch
        {
            ".json" => JsonVectors.TryOpen(path, out _) is { } root && root.EnumerateObject().Any(property => property.Name.StartsWith("expected", StringComparison.Ordinal)),
            ".txt" => family.EndsWith("hil", StringComparison.Ordinal),
            _ => false,
        };
        return known ? VectorCase.Skipped(id, reason) : VectorCase.Broken(id, "The kind of this file is unknown.");
    }
}
