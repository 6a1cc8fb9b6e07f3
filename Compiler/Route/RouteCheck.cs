using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Route.Tables;

namespace Ganglion.Compiler.Route;

/// <summary>Whether the messages of an image can wait for each other in a circle, and what router tables it needs.</summary>
internal static class RouteCheck
{
    /// <summary>Checks the routes of an image.</summary>
    /// <returns>What the router tables cost; <see langword="null"/> on chips without such tables.</returns>
    public static RouterTableCost? Check(ChipImage image, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DiagnosticBag diagnostics)
    {
        CheckDeadlock(image, chip, diagnostics);
        CheckEdges(image, chip, options, diagnostics);
        RouterTableCost? cost = chip.Mesh.RouterEntries is null ? null : CheckTables(image, chip, diagnostics);
        diagnostics.ThrowIfErrors();
        return cost;
    }

    private static void CheckDeadlock(ChipImage image, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        Mesh mesh = chip.Mesh;
        DeadlockCheck check = new();
        HashSet<(int From, int To)> ways = [];
        foreach (CoreImage core in image.Cores)
        {
            int source = mesh.TileOf(new CoreId(core.Core));
            ways.UnionWith(core.AxonsOut.Core.Distinct().Select(destination => (source, mesh.TileOf(new CoreId(image.Cores[destination].Core)))));
        }

        foreach ((int from, int to) in ways.Where(way => way.From != way.To))
        {
            int tile = from;
            int next = mesh.NextTile(tile, to);
            while (next != to)
            {
                int after = mesh.NextTile(next, to);
                check.Add(tile, next, after);
                (tile, next) = (next, after);
            }
        }

        if (check.FindCycle() is { } cycle)
        {
            diagnostics.Report(
                RouteDiagnostics.MayDeadlock, $"chip '{chip.Id}'", $"links between the tiles {string.Join(", ", cycle.Take(8))} wait for each other",
                "routes whose links have an order", "another routing rule");
        }
    }

    private static void CheckEdges(ChipImage image, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DiagnosticBag diagnostics)
    {
        if (chip.Mesh.Board?.EdgeMessagesPerTimestep is not { } limit)
        {
            return;
        }

        foreach (var edge in MappingTraffic.Measure(image, chip, options.Activity).Links.GroupBy(link => (From: chip.Mesh.ChipOf(link.From), To: chip.Mesh.ChipOf(link.To))))
        {
            double messages = edge.Key.From == edge.Key.To ? 0 : edge.Sum(link => link.Load);
            if (messages > limit)
            {
                diagnostics.Report(
                    RouteDiagnostics.EdgeOverloaded, $"edge from chip {edge.Key.From} to chip {edge.Key.To}", $"{messages:N0} messages {(options.Activity is null ? "when every neuron fires once" : "per timestep")}",
                    $"{limit:N0} per timestep", "populations that talk to each other on one chip, e.g. by --effort best");
            }
        }
    }

    private static RouterTableCost? CheckTables(ChipImage image, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        string path = $"chip '{chip.Id}'";
        if (chip.Mesh.CoresPerTile > Routes.MaximumCores)
        {
            diagnostics.Report(RouteDiagnostics.TooManyCoresPerRouter, path, $"{chip.Mesh.CoresPerTile} cores per tile", $"{Routes.MaximumCores}", "smaller tiles");
            return null;
        }

        int keyBits = chip.Mesh.KeyBits ?? 32;
        if (KeyBlocks.Allocate(image) is not { } keys || keys.Bits > keyBits)
        {
            diagnostics.Report(RouteDiagnostics.KeysExhausted, path, "more keys than that, with a block for every share of a population on a core", $"keys of {keyBits} bits", "fewer neurons, or populations on fewer cores");
            return null;
        }

        IReadOnlyList<RouterTable> tables = new TableBuilder(image, chip.Mesh).Build(keys);
        foreach (RouterTable table in tables)
        {
            if (!TableCheck.IsExact(table.Compressed, table.Entries, table.Passing))
            {
                throw new InvalidOperationException($"The compressed table of tile {table.Tile} does not route like the table that it replaces.");
            }

            if (table.Compressed.Count > chip.Mesh.RouterEntries)
            {
                diagnostics.Report(
                    RouteDiagnostics.TableFull, $"router of tile {table.Tile}", $"{table.Compressed.Count:N0} entries, {table.Entries.Count:N0} before compression",
                    $"{chip.Mesh.RouterEntries:N0}", "fewer cores that send through this tile, e.g. larger shares of populations per core");
            }
        }

        return new RouterTableCost
        {
            KeyBits = keys.Bits,
            Blocks = keys.Blocks.Count,
            Entries = tables.Sum(table => (long)table.Entries.Count),
            CompressedEntries = tables.Sum(table => (long)table.Compressed.Count),
            LargestTable = tables.Select(table => table.Compressed.Count).DefaultIfEmpty().Max(),
            Limit = chip.Mesh.RouterEntries!.Value,
        };
    }
}
