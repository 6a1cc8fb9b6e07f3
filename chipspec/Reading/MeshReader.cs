using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads the mapping <c>mesh</c>.</summary>
internal static class MeshReader
{
    private const int MaxSide = 65_536;
    private const long MaxCores = 1_000_000;

    public static Mesh Read(YamlMapping node)
    {
        Mesh mesh = new()
        {
            Width = node.Optional("width")?.AsInt32(1, MaxSide),
            Height = node.Required("height").AsInt32(1, MaxSide),
            CoresPerTile = node.Required("coresPerTile").AsInt32(1, MaxSide),
            Routing = node.Required("routing").AsChoice(["xy"]),
            Multicast = node.Required("multicast").AsBoolean(),
            ChipLinks = node.Optional("chipLinks")?.AsChoice(["planar4"]),
            Reach = node.Optional("reach")?.AsInt32(1, MaxSide),
            MaxChips = node.Optional("maxChips")?.AsInt32(1, 1 << 24),
        };
        node.RejectUnknownKeys();

        long cores = (long)(mesh.Width ?? 1) * mesh.Height * mesh.CoresPerTile;
        if (cores > MaxCores)
        {
            node.Report(ChipSpecDiagnostics.Inconsistent, $"width · height · coresPerTile = {cores} cores", $"at most {MaxCores} cores", "check the size of the mesh");
        }

        return mesh;
    }
}
