using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Export;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Import;

namespace Ganglion.Compiler.Tests.Export;

/// <summary>What is written is read as the same network.</summary>
public sealed class NetYamlWriterTests
{
    [Theory]
    [InlineData("digits/digits.nir")]
    [InlineData("neurons/1-leaky-neuron.net.yaml")]
    [InlineData("neurons/2-spike-driven.net.yaml")]
    [InlineData("neurons/3-delays.net.yaml")]
    [InlineData("neurons/5-two-layers.net.yaml")]
    [InlineData("resonators/resonators.net.yaml")]
    public void A_shipped_network_comes_back(string file) => AssertComesBack(NetworkFile.Read(Path.Combine(ProjectFolder.Root, "examples", file)).Network);

    [Fact]
    public void Registers_windows_and_lists_come_back() => AssertComesBack(new NetworkBuilder("all \"kinds\": of # things").Timestep(1e-3)
        .AddSource("in", [2, 4, 5], new ExternalSource())
        .AddSource("noise", [2], new PoissonSource([0.25, 0.5]))
        .AddPopulation("conv", [3, 2, 2], new LoihiNeurons { BiasMantissa = [.. Enumerable.Range(-6, 12)], BiasExponent = [6], PotentialDecay = [128], Refractory = [2] }, pinnedCores: [.. Enumerable.Repeat(3, 12)])
        .AddPopulation("sum", [2], NeuronFactory.CubaLif(2.5e-3, 7e-3, 1e-3, (double[])[1, 2.5], resistance: 3, leakPotential: -0.1, inputWeight: 0.7, reset: 0.2, refractory: 3) with { InitialPotential = [0.1] })
        .AddPopulation("if", [2], NeuronFactory.IntegrateAndFire(1.0, 0.3, resetMode: ResetMode.Subtract, current: (double[])[0.1, 0.7]))
        .Connect("in", "conv", new Convolution([2, 4, 5], [3, 2, 3, 3], Nir.NirRun.Values(54, 1).Select(v => Math.Round(v * 20) * 2).ToArray(), [1, 2]), unit: new IntegerWeights(Exponent: -1))
        .Connect("noise", "sum", Explicit.FromSynapses(2, [(0, new Synapse(1, 1.0 / 3, 4)), (1, new Synapse(0, 1e-7, 2))]))
        .Connect("sum", "if", new AllToAll(2, 2, [0.1, -0.2, 0.3, 1e20], 2))
        .Connect("if", "sum", new OneToOne([0.5, 0.25], [1, 3]))
        .Output("if").Output("conv").Build());

    [Fact]
    public void What_is_not_written_is_named()
    {
        Network network = NetworkFile.Read(Path.Combine(ProjectFolder.Root, "examples", "digits", "digits.nir")).Network;
        Network odin = network with
        {
            Populations = [network.Populations[0], .. network.Populations.Skip(1).Select(p => ((NeuronPopulation)p) with { Neurons = new XyloNeurons() })],
        };
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.net.yaml");

        IReadOnlyList<Diagnostic> findings = Assert.Throws<InvalidInputException>(() => NetYamlWriter.WriteFile(odin, path)).Diagnostics;

        Assert.Equal(["GAN1655 population 'hidden'", "GAN1655 population 'digit'"], findings.Select(f => $"{f.Code} {f.Location.Path}"));
        Assert.False(File.Exists(path));
    }

    private static void AssertComesBack(Network network)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.net.yaml");
        try
        {
            Assert.Empty(NetYamlWriter.WriteFile(network, path).Warnings);

            Network back = NetYamlReader.ReadFile(path);

            Assert.Equal(NetworkHash.Compute(network), NetworkHash.Compute(back));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
