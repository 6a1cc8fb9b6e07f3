using CsCheck;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Tests.Passes;

namespace Ganglion.Compiler.Tests.Mappings;

public sealed class MappingTrafficTests
{
    private static readonly ChipSpec.Spec.ChipSpec Unicast = TestChips.Create(new CoreLimits { Compartments = 2 }, width: 4);
    private static readonly ChipSpec.Spec.ChipSpec Multicast = Unicast with { Mesh = Unicast.Mesh with { Multicast = true } };

    private static readonly Gen<Network> GenNetwork = Gen.Select(Gen.Int[0, 29], Gen.Int[0, 29]).Select((source, target) => (source, target, 2.0, 1)).Array[0, 90]
        .Select(synapses => TestNetworks.Create(
            [TestNetworks.Neurons("n", 30, new LoihiNeurons())], [TestNetworks.Project("r", "n", "n", new ListedSynapses(synapses), new IntegerWeights())]));

    [Fact]
    public void A_message_loads_each_link_of_its_way_along_x_then_y() => Gen.Select(GenNetwork, Gen.ULong).Sample((network, seed) =>
    {
        ChipImage image = NetworkCompiler.Compile(network, Unicast, new CompilerOptions { PlacementSeed = seed }).Image;
        SortedDictionary<(int, int), double> expected = [];
        foreach ((int from, int to) in Messages(image))
        {
            Walk(Unicast.Mesh, from, to, link => expected[link] = expected.GetValueOrDefault(link) + 1);
        }

        MappingTraffic traffic = MappingTraffic.Measure(image, Unicast);

        Assert.Equal(expected.Select(l => new LinkLoad(l.Key.Item1, l.Key.Item2, l.Value)), traffic.Links);
        Assert.Equal(expected.Values.Sum(), traffic.Hops);
        Assert.Equal(expected.Values.DefaultIfEmpty().Max(), traffic.PeakLinkLoad);
    }, iter: 100);

    [Fact]
    public void A_multicast_message_loads_each_link_of_the_union_of_its_ways_once() => Gen.Select(GenNetwork, Gen.ULong).Sample((network, seed) =>
    {
        ChipImage image = NetworkCompiler.Compile(network, Multicast, new CompilerOptions { PlacementSeed = seed }).Image;
        SortedDictionary<(int, int), double> expected = [];
        foreach (CoreImage core in image.Cores)
        {
            for (int neuron = 0; neuron < core.Compartments; neuron++)
            {
                HashSet<(int, int)> tree = [];
                foreach (int destination in core.AxonsOut.Core[core.AxonsOut.First[neuron]..core.AxonsOut.First[neuron + 1]])
                {
                    Walk(Unicast.Mesh, Tile(core), Tile(image.Cores[destination]), link => tree.Add(link));
                }

                foreach ((int, int) link in tree)
                {
                    expected[link] = expected.GetValueOrDefault(link) + 1;
                }
            }
        }

        MappingTraffic traffic = MappingTraffic.Measure(image, Multicast);

        Assert.Equal(expected.Select(l => new LinkLoad(l.Key.Item1, l.Key.Item2, l.Value)), traffic.Links);
        Assert.InRange(traffic.Hops, 0, MappingTraffic.Measure(image, Unicast).Hops);
    }, iter: 100);

    [Fact]
    public void The_binding_constraint_is_the_resource_with_the_largest_share()
    {
        Network network = TestNetworks.Create([TestNetworks.Neurons("n", 30, new LoihiNeurons())], []);
        ChipSpec.Spec.ChipSpec chip = TestChips.Create(new CoreLimits { Compartments = 8, InAxons = 100 }, width: 4);

        BindingConstraint binding = BindingConstraint.Find(NetworkCompiler.Compile(network, chip).Image, chip);

        Assert.Equal(("compartments", 8L, true), (binding.Resource, binding.Limit, binding.IsLimited));
        Assert.Equal([8L, 8, 8, 6], binding.Amounts);
    }

    private static IEnumerable<(int From, int To)> Messages(ChipImage image) =>
        image.Cores.SelectMany(core => core.AxonsOut.Core.Select(destination => (Tile(core), Tile(image.Cores[destination]))));

    private static int Tile(CoreImage core) => Unicast.Mesh.TileOf(new CoreId(core.Core));

    /// <summary>Four tiles per column: the way in coordinates, step by step.</summary>
    private static void Walk(Mesh mesh, int from, int to, Action<(int, int)> visit)
    {
        (int x, int y) = (from / mesh.Height, from % mesh.Height);
        (int targetX, int targetY) = (to / mesh.Height, to % mesh.Height);
        while ((x, y) != (targetX, targetY))
        {
            (int nextX, int nextY) = x < targetX ? (x + 1, y) : x > targetX ? (x - 1, y) : y < targetY ? (x, y + 1) : (x, y - 1);
            visit(((x * mesh.Height) + y, (nextX * mesh.Height) + nextY));
            (x, y) = (nextX, nextY);
        }
    }
}
