using CsCheck;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Route.Tables;
using Ganglion.Compiler.Tests.Passes;

namespace Ganglion.Compiler.Tests.Route;

public sealed class RouteTableTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = KeyMask(1023);

    private static readonly Gen<ChipImage> GenImage =
        Gen.Select(Gen.Select(Gen.Int[0, 59], Gen.Int[0, 59]).Select((s, t) => (s, t, 2.0, 1)).Array[0, 200], Gen.ULong).Select((synapses, seed) => NetworkCompiler.Compile(
            TestNetworks.Create(
                [TestNetworks.Neurons("a", 60, new LoihiNeurons()), TestNetworks.Neurons("b", 60, new LoihiNeurons())],
                [
                    TestNetworks.Project("ab", "a", "b", new ListedSynapses(synapses), new IntegerWeights()),
                    TestNetworks.Project("ba", "b", "a", new ListedSynapses([.. synapses.Take(synapses.Length / 3)]), new IntegerWeights()),
                ]),
            Chip, new CompilerOptions { PlacementSeed = seed }).Image);

    [Fact]
    public void Every_packet_reaches_every_destination_once_and_no_other_core() => GenImage.Sample(image =>
    {
        KeyBlocks keys = KeyBlocks.Allocate(image)!;
        Dictionary<int, RouterTable> tables = new TableBuilder(image, Chip.Mesh).Build(keys).ToDictionary(table => table.Tile);
        foreach ((int core, int population, RouteEntry block) in keys.Blocks)
        {
            HashSet<int> expected = [.. image.Cores[core].Runs.Where(run => run.Population == population)
                .SelectMany(run => image.Cores[core].AxonsOut.Core[image.Cores[core].AxonsOut.First[run.FirstCompartment]..image.Cores[core].AxonsOut.First[run.FirstCompartment + run.Count]])
                .Select(destination => image.Cores[destination].Core)];
            // Neurons that reach nobody send no packets.
            for (uint key = block.Key; expected.Count > 0 && key <= (block.Key | ~block.Mask); key++)
            {
                List<int> reached = Travel(tables, key, Chip.Mesh.TileOf(new CoreId(image.Cores[core].Core)));
                Assert.Equal(expected.Order(), reached.Order());
            }
        }
    }, iter: 100);

    [Fact]
    public void A_compressed_table_routes_every_key_like_the_entries_it_replaces() => Gen.Select(Gen.UInt[0, 63].Array[1, 40], Gen.Int[0, 4].Array[40]).Sample((numbers, routes) =>
    {
        // Blocks of four keys, each with a route; route 0 passes without an entry.
        RouteEntry[] blocks = [.. numbers.Distinct().Select((number, i) => new RouteEntry(number << 2, ~3U, (ulong)routes[i]))];
        RouteEntry[] entries = [.. blocks.Where(block => block.Route != 0)];
        RouteEntry[] passing = [.. blocks.Where(block => block.Route == 0)];

        IReadOnlyList<RouteEntry> table = TableCompressor.Compress(entries, passing);

        Assert.True(TableCheck.IsExact(table, entries, passing));
        Assert.InRange(table.Count, 0, entries.Length);
        foreach (RouteEntry block in blocks)
        {
            for (uint key = block.Key; key < block.Key + 4; key++)
            {
                Assert.Equal(block.Route, Route(table, key));
            }
        }
    }, iter: 500);

    [Fact]
    public void The_check_finds_a_table_that_routes_one_block_elsewhere()
    {
        RouteEntry[] entries = [new(0, ~3U, 1), new(4, ~3U, 2)];

        Assert.True(TableCheck.IsExact(entries, entries, [new(8, ~3U, 0)]));
        Assert.False(TableCheck.IsExact([new(0, ~7U, 1), new(4, ~3U, 2)], entries, []));
        Assert.False(TableCheck.IsExact([new(0, ~3U, 1), new(0, ~15U, 2)], entries, [new(8, ~3U, 0)]));
        Assert.False(TableCheck.IsExact([new(0, ~1U, 1), new(4, ~3U, 2)], entries, []));
    }

    [Fact]
    public void Blocks_of_keys_are_aligned_and_disjoint() => GenImage.Sample(image =>
    {
        RouteEntry[] blocks = [.. KeyBlocks.Allocate(image)!.Blocks.Select(block => block.Block)];

        Assert.All(blocks, block => Assert.Equal(0U, block.Key & ~block.Mask));
        Assert.All(blocks, block => Assert.Single(blocks, block.Intersects));
        Assert.Equal(image.Cores.Sum(core => core.Runs.GroupBy(run => run.Population).Count()), blocks.Length);
    }, iter: 50);

    [Fact]
    public void A_population_with_one_route_takes_one_entry()
    {
        RouteEntry[] entries = [.. Enumerable.Range(0, 16).Select(i => new RouteEntry((uint)i << 4, ~15U, 1))];

        Assert.Equal([new RouteEntry(0, ~255U, 1)], TableCompressor.Compress(entries, [new RouteEntry(256, ~15U, 0)]));
    }

    [Fact]
    public void Tables_are_counted_and_too_large_ones_are_refused_with_their_router()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Neurons("a", 60, new LoihiNeurons())],
            [TestNetworks.Project("aa", "a", "a", new ListedSynapses([.. Enumerable.Range(0, 60).Select(i => (i, (i * 7) % 60, 2.0, 1))]), new IntegerWeights())]);

        RouterTableCost cost = NetworkCompiler.Compile(network, Chip).Quality.RouterTables!;

        Assert.Equal((20, 1023), (cost.Blocks, cost.Limit));
        Assert.InRange(cost.LargestTable, 2, cost.CompressedEntries);
        Assert.InRange(cost.CompressedEntries, 1, cost.Entries);
        Assert.Contains(TestNetworks.Refusal(network, KeyMask(1)), d => d.Code == "GAN2303" && d.Location.Path!.StartsWith("router of tile", StringComparison.Ordinal));
        Assert.Contains(TestNetworks.Refusal(network, Chip with { Mesh = Chip.Mesh with { KeyBits = 4 } }), d => d.Code == "GAN2304");
    }

    private static ChipSpec.Spec.ChipSpec KeyMask(int entries)
    {
        ChipSpec.Spec.ChipSpec chip = TestChips.Create(new CoreLimits { Compartments = 3 }, width: 4);
        return chip with { Mesh = chip.Mesh with { Multicast = true, RouterEntries = entries, KeyBits = 32 } };
    }

    private static ulong Route(IReadOnlyList<RouteEntry> table, uint key)
    {
        foreach (RouteEntry entry in table)
        {
            if (entry.Matches(key))
            {
                return entry.Route;
            }
        }

        return 0;
    }

    /// <summary>Cores that a packet is delivered to; it must not meet a tile twice.</summary>
    private static List<int> Travel(Dictionary<int, RouterTable> tables, uint key, int root)
    {
        List<int> cores = [];
        HashSet<int> met = [root];
        Queue<(int Tile, int X, int Y)> packets = new([(root, 0, 0)]);
        while (packets.TryDequeue(out (int Tile, int X, int Y) packet))
        {
            ulong route = tables.TryGetValue(packet.Tile, out RouterTable? table) ? Route(table.Compressed, key) : 0;
            if (route == 0 && packet is { X: 0, Y: 0 })
            {
                Assert.Fail($"key {key} is unknown where it is sent");
            }

            route = route != 0 ? route : Routes.Towards(packet.X, packet.Y);
            foreach ((int x, int y) in (ReadOnlySpan<(int, int)>)[(1, 0), (-1, 0), (0, 1), (0, -1)])
            {
                if ((route & Routes.Towards(x, y)) != 0)
                {
                    int next = Chip.Mesh.TileAt(Chip.Mesh.X(packet.Tile) + x, Chip.Mesh.Y(packet.Tile) + y);
                    Assert.True(met.Add(next), "a packet meets a tile twice");
                    packets.Enqueue((next, x, y));
                }
            }

            cores.AddRange(Enumerable.Range(0, Chip.Mesh.CoresPerTile).Where(core => (route & Routes.ToCore(core)) != 0).Select(core => (packet.Tile * Chip.Mesh.CoresPerTile) + core));
        }

        return cores;
    }
}
