using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Writing;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Tests.Passes;

public sealed class CompilerTests
{
    [Fact]
    public void The_same_network_gives_the_same_image_twice()
    {
        Network network = Layers(pinned: null);

        Assert.Equal(
            JsonSerializer.Serialize(NetworkCompiler.Compile(network, TestChips.Loihi).Image),
            JsonSerializer.Serialize(NetworkCompiler.Compile(network, TestChips.Loihi).Image));
    }

    [Fact]
    public void Populations_and_sources_are_described_in_the_order_of_the_network()
    {
        Network network = TestNetworks.Create(
            [
                TestNetworks.Neurons("first", 3, new LoihiNeurons()),
                new SourcePopulation { Name = "list", Shape = [2, 2], Source = new ListSource([0, 4], [1, 3]) },
                TestNetworks.Neurons("second", 2, TestNetworks.Integrators()),
                new SourcePopulation { Name = "noise", Shape = [5], Source = new PoissonSource([0.25]) },
                TestNetworks.Inputs(1, "live"),
            ],
            []) with
        { Outputs = ["second"], TimestepSeconds = 0.001 };

        ChipImage image = NetworkCompiler.Compile(network, TestChips.Loihi).Image;

        Assert.Equal(["first", "list", "second", "noise", "live"], image.Populations.Select(p => p.Name));
        Assert.Equal([0, 3, 7, 9, 14], image.Populations.Select(p => p.FirstNeuron));
        Assert.Equal([false, true, false, true, true], image.Populations.Select(p => p.IsSource));
        Assert.Equal([false, false, true, false, false], image.Populations.Select(p => p.IsOutput));
        Assert.Equal([2, 2], image.Populations[1].Shape);
        Assert.Equal([1, 3, 4], image.Sources.Select(s => s.Population));
        Assert.Equal([SourceKind.List, SourceKind.Poisson, SourceKind.External], image.Sources.Select(s => s.Kind));
        Assert.Equal([0L, 4L], image.Sources[0].SpikeTimesteps);
        Assert.Equal([1, 3], image.Sources[0].SpikeNeurons);
        Assert.Equal([0.25], image.Sources[1].Probability);
        Assert.Equal(0.001, image.TimestepSeconds);
        Assert.Null(image.Populations[0].PotentialScale);
        Assert.NotNull(image.Populations[2].PotentialScale);
    }

    [Theory]
    [InlineData("loihi1")]
    [InlineData("unbounded")]
    public void An_image_carries_the_chip_that_it_was_made_for(string name)
    {
        ChipSpec.Spec.ChipSpec chip = Presets.Load(name);

        ChipImage image = NetworkCompiler.Compile(Layers(pinned: null), chip).Image;

        Assert.Equal(ChipSpecWriter.Write(chip), ChipSpecWriter.Write(ChipSpecReader.Read(image.ChipSpec, "image")));
        Assert.Equal(NetworkHash.Compute(Layers(pinned: null)), image.NetworkHash);
    }

    [Fact]
    public void Quality_counts_axons_hops_and_tiles()
    {
        // Cores 0 and 1 share tile 0 at (0, 0); core 20 is on tile 5 at (1, 1); four cores per tile, four tiles per column.
        MappingQuality quality = NetworkCompiler.Compile(Layers(pinned: [0, 1, 20]), TestChips.Loihi).Quality;

        Assert.Equal((3, 2, 7L), (quality.Cores, quality.Tiles, quality.Synapses));

        // Neuron 0 to neurons 1 and 2, neuron 1 to 2, neuron 2 to itself.
        Assert.Equal((4L, 3L, 4L), (quality.Axons, quality.CutAxons, quality.SpikeHops));
        ResourceUtilization compartments = quality.Utilization.Single(u => u.Resource == "compartments");
        Assert.Equal((1L, 1.0, 1024L), (compartments.Largest, compartments.Mean, compartments.Limit!.Value));
    }

    [Fact]
    public void Free_neurons_take_the_cores_beside_pinned_ones()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Neurons("free", 2000, new LoihiNeurons()), TestNetworks.Neurons("pinned", 2, new LoihiNeurons(), [1, 3])], []);

        Assert.Equal([0, 1, 2, 3], NetworkCompiler.Compile(network, TestChips.Loihi).Image.Cores.Select(c => c.Core));
    }

    private static Network Layers(int[]? pinned) => TestNetworks.Create(
        [TestNetworks.Inputs(1), TestNetworks.Neurons("n", 3, TestNetworks.Integrators(), pinned)],
        [
            TestNetworks.Project("in", "inputs", "n", ListedSynapses.AllToAll(1, 3, (_, t) => 0.3 + (0.1 * t))),
            TestNetworks.Project("recurrent", "n", "n", new ListedSynapses((0, 1, 0.5, 1), (0, 2, -0.5, 2), (1, 2, 0.25, 1), (2, 2, 0.1, 3))),
        ]);
}
