using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Export;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Compiler.Tests.Import;
using Ganglion.Compiler.Tests.Networks;
using Ganglion.Compiler.Tests.Nir;

namespace Ganglion.Compiler.Tests.Export;

/// <summary>What is written is read as the same network.</summary>
public sealed class NirWriterTests
{
    /// <summary>Files whose Flatten leaves the channels: what is written flattens all, which is the same neurons in another shape on the way.</summary>
    private static readonly string[] PartlyFlat = ["scnn_mnist_669fbfa.nir", "scnn_mnist_batches_9122dac.nir", "scnn_mnist_e5ac832.nir"];

    [Theory]
    [MemberData(nameof(PublishedNirFileTests.Taken), MemberType = typeof(PublishedNirFileTests))]
    public void A_published_network_comes_back(string file, string populations, string output)
    {
        Network network = NirReader.ReadFile(Ganglion.Tests.Shared.SharedData.Require(["nets", .. file.Split('/')])).Network;

        Network back = RoundTrip(network).Network;

        Assert.Equal(populations, string.Join(", ", back.Populations.Select(p => $"{p.Name} {p.Count}")));
        Assert.Equal([output], back.Outputs);
        if (!PartlyFlat.Contains(Path.GetFileName(file)))
        {
            Assert.Equal(NetworkHash.Compute(network), NetworkHash.Compute(back));
        }

        Assert.Equal(network.Projections.Select(p => p.Name), back.Projections.Select(p => p.Name));
        foreach ((Projection before, Projection after) in network.Projections.Zip(back.Projections))
        {
            for (int s = 0; s < network[before.Source].Count; s++)
            {
                Assert.Equal(DenseMatrix.Row(before.Connectivity, s), DenseMatrix.Row(after.Connectivity, s));
            }
        }
    }

    [Theory]
    [InlineData("digits/digits.nir")]
    [InlineData("digits/digits-latency.nir")]
    [InlineData("neurons/1-leaky-neuron.net.yaml")]
    public void A_shipped_network_fires_as_before(string file)
    {
        Network network = NetworkFile.Read(Path.Combine(ProjectFolder.Root, "examples", file)).Network;

        Network back = RoundTrip(network).Network;

        List<string> spikes = Spikes(network);
        Assert.NotEmpty(spikes);
        Assert.Equal(spikes, Spikes(back));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Delays_and_loops_come_back(int delay)
    {
        Network network = new NetworkBuilder("loops").Timestep(1e-3)
            .AddSource("in", [3], new ExternalSource())
            .AddPopulation("a", [4], NeuronFactory.Lif(5e-3, 1e-3, 0.1))
            .AddPopulation("b", [4], NeuronFactory.CubaLif(4e-3, 5e-3, 1e-3, 0.05, resetMode: ResetMode.ToValue))
            .Connect("in", "a", new AllToAll(3, 4, NirRun.Values(12, 1), delay))
            .Connect("a", "b", new OneToOne([0.5, 1, 1.5, 2], [0, 1, 2, 4]))
            .Connect("b", "a", new AllToAll(4, 4, NirRun.Values(16, 2), 1 + delay))
            .Connect("b", "b", new OneToOne(-0.2, 1))
            .Connect("in", "b", Explicit.FromSynapses(3, [(0, new Synapse(1, 0.7, delay)), (2, new Synapse(3, 0.9, delay + 2))]))
            .Output("b").Build();

        Network back = RoundTrip(network).Network;

        List<string> spikes = Spikes(network);
        Assert.NotEmpty(spikes);
        Assert.Equal(spikes, Spikes(back));
    }

    [Fact]
    public void Windows_come_back()
    {
        Network network = new NetworkBuilder("windows").Timestep(1e-3)
            .AddSource("in", [2, 6, 7], new ExternalSource())
            .AddPopulation("conv", [3, 3, 4], NeuronFactory.IntegrateAndFire(1.5))
            .AddPopulation("pool", [3, 2, 2], NeuronFactory.IntegrateAndFire(0.9))
            .AddPopulation("out", [2], NeuronFactory.IntegrateAndFire(1.0))
            .Connect("in", "conv", new Convolution([2, 6, 7], [3, 2, 3, 3], NirRun.Values(54, 3), [2, 2], [1, 1], delay: 0))
            .Connect("conv", "pool", new Pool([3, 3, 4], [2, 2], [2, 2], [1, 0], average: true, delay: 0))
            .Connect("pool", "out", new AllToAll(12, 2, 0.5, delay: 0))
            .Output("out").Build();

        Network back = RoundTrip(network).Network;

        List<string> spikes = Spikes(network);
        Assert.NotEmpty(spikes);
        Assert.Equal(spikes, Spikes(back));
        Assert.Equal([3, 3, 4], back["conv"].Shape);
    }

    [Fact]
    public void Registers_become_real_numbers_with_a_warning()
    {
        Network network = new NetworkBuilder("registers").Timestep(1e-3)
            .AddSource("in", [2], new ExternalSource())
            .AddPopulation("cell", [2], new LoihiNeurons { CurrentDecay = [1024], PotentialDecay = [128], ThresholdMantissa = [100], BiasMantissa = [1, 0], BiasExponent = [6] })
            .Connect("in", "cell", new AllToAll(2, 2, [20, -4, 6, 40], 0), unit: new IntegerWeights(Exponent: 1))
            .Output("cell").Build();

        NetworkExport export = default!;
        Network back = RoundTrip(network, e => export = e).Network;

        List<string> spikes = Spikes(network);
        Assert.NotEmpty(spikes);
        Assert.Equal(spikes, Spikes(back));
        Assert.Equal(["GAN1660"], export.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void What_a_file_cannot_hold_is_named_all_at_once()
    {
        CurrentBasedNeurons lif = NeuronFactory.Lif(5e-3, 1e-3, 0.1);
        Network network = new NetworkBuilder("too much").Timestep(1e-3)
            .AddSource("in", [4], new ExternalSource())
            .AddPopulation("resting", [4], lif with { Refractory = [3] })
            .AddPopulation("started", [4], lif with { InitialPotential = [0.05] })
            .AddPopulation("biased", [4], NeuronFactory.IntegrateAndFire(1.0, current: (double[])[1, 2, 3, 4]))
            .Connect("in", "biased", new OneToOne(1.0, 0))
            .Output("biased").Build();
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.nir");

        IReadOnlyList<Diagnostic> findings = Assert.Throws<InvalidInputException>(() => NirWriter.WriteFile(network, path)).Diagnostics;

        Assert.Equal(
            ["GAN1650 population 'resting'", "GAN1650 population 'started'", "GAN1652 population 'biased'"],
            findings.Select(f => $"{f.Code} {f.Location.Path}"));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_named() => Assert.Equal(
        "GAN1653",
        Assert.Throws<InvalidInputException>(() => NirWriter.WriteFile(NirOf(new NirGraphFile().Input("in", 1).Node("n", "IF", ("r", 1.0), ("v_threshold", (double[])[1])).Output("out", 1).Path("in", "n", "out")), "/nowhere/net.nir"))
            .Diagnostics[0].Code);

    private static Network NirOf(NirGraphFile file) => file.Import().Network;

    private static NirImport RoundTrip(Network network, Action<NetworkExport>? look = null)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, $"{network.Name}.nir");
            NetworkExport export = NirWriter.WriteFile(network, path);
            look?.Invoke(export);
            bool subtracts = export.Warnings.Any(w => w.Code == "GAN1662");
            return NirReader.ReadFile(path, new NirOptions { TimestepSeconds = export.TimestepSeconds!.Value, Reset = subtracts ? ResetMode.Subtract : ResetMode.ToValue });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Spikes of the outputs when every external source gets the same random spikes.</summary>
    private static List<string> Spikes(Network network)
    {
        var simulation = new ReferenceSimulation(network);
        foreach (Population source in network.Populations.Where(p => p is SourcePopulation { Source: ExternalSource }))
        {
            int[][] counts = NirRun.RandomInput(source.Count, 7);
            var spikes = from t in Enumerable.Range(0, counts.Length) from n in Enumerable.Range(0, source.Count) from _ in Enumerable.Range(0, counts[t][n]) select (t, n);
            simulation.Feed(source.Name, new ListSource([.. spikes.Select(s => s.t + 1L)], [.. spikes.Select(s => s.n)]));
        }

        var fired = new List<string>();
        for (int t = 1; t <= NirRun.Timesteps; t++)
        {
            simulation.Step();
            foreach (string output in network.Outputs)
            {
                fired.AddRange(simulation.Spikes(output).ToArray().Select(n => $"{t} {output} {n}"));
            }
        }

        return fired;
    }
}
