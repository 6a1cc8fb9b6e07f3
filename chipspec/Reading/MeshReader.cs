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
            Board = node.Optional("board") is { } board ? ReadBoard(board.AsMapping()) : null,
            RouterEntries = node.Optional("routerEntries")?.AsInt32(1, 1 << 24),
            KeyBits = node.Optional("keyBits")?.AsInt32(1, 32),
        };
        node.RejectUnknownKeys();

        long cores = (long)(mesh.Width ?? 1) * mesh.Height * mesh.CoresPerTile * (mesh.Board?.Chips ?? 1);
        if (cores > MaxCores)
        {
            node.Report(ChipSpecDiagnostics.Inconsistent, $"width · height · coresPerTile = {cores} cores", $"at most {MaxCores} cores", "check the size of the mesh");
        }

        if (mesh.Board is { } joined)
        {
            CheckBoard(node, mesh, joined);
        }

        return mesh;
    }

    private static Board ReadBoard(YamlMapping node)
    {
        Board board = new(
            Math.Max(1, node.Required("columns").AsInt32(1, MaxSide / 16)),
            Math.Max(1, node.Required("rows").AsInt32(1, MaxSide / 16)),
            node.Optional("edgeMessagesPerTimestep")?.AsInt64(1));
        node.RejectUnknownKeys();
        return board;
    }

    private static void CheckBoard(YamlMapping node, Mesh mesh, Board board)
    {
        if (mesh.Width is null)
        {
            node.Report(ChipSpecDiagnostics.Inconsistent, "board without width", "chips of a known size", "add 'width:'");
        }

        if (board.Chips > 1 && mesh.ChipLinks is null)
        {
            node.Report(ChipSpecDiagnostics.Inconsistent, "board without chipLinks", "chips that can be joined", "add 'chipLinks:', or leave the board out");
        }

        if (board.Chips > mesh.MaxChips)
        {
            node.Report(ChipSpecDiagnostics.Inconsistent, $"a board of {board.Chips} chips", $"maxChips: {mesh.MaxChips}", "make the board smaller");
        }
    }
}
