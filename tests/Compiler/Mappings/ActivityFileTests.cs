using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Tests.Passes;

namespace Ganglion.Compiler.Tests.Mappings;

public sealed class ActivityFileTests : IDisposable
{
    private static readonly Network Network = TestNetworks.Create(
        [TestNetworks.Inputs(1), TestNetworks.Neurons("n", 3, TestNetworks.Integrators(), [0, 1, 20])],
        [TestNetworks.Project("r", "n", "n", new ListedSynapses((0, 1, 0.5, 1), (0, 2, -0.5, 2), (1, 2, 0.25, 1), (2, 2, 0.1, 3)))]);

    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void What_was_written_is_read_as_spikes_per_timestep()
    {
        Write(NetworkHash.Compute(Network), [8, 2, 0, 5]);
        List<Diagnostic> warnings = [];

        NeuronActivity activity = ActivityFile.ReadFile(_path, Network, warnings);

        Assert.Equal([2.0, 0.5, 0.0, 1.25], activity.SpikesPerTimestep);
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_profile_of_other_weights_is_taken_with_a_warning()
    {
        Write("0123", [8, 2, 0, 5]);
        List<Diagnostic> warnings = [];

        ActivityFile.ReadFile(_path, Network, warnings);

        Assert.Equal("GAN2323", Assert.Single(warnings).Code);
    }

    [Theory]
    [InlineData("not json", "GAN2320")]
    [InlineData("[1, 2]", "GAN2320")]
    [InlineData("""{"format": "ganglion-profile", "version": 2}""", "GAN2320")]
    [InlineData("""{"format": "ganglion-profile", "version": 1, "timesteps": 0, "populations": [{"name": "inputs", "spikes": [1]}, {"name": "n", "spikes": [1, 2, 3]}]}""", "GAN2321")]
    [InlineData("""{"format": "ganglion-profile", "version": 1, "timesteps": 1, "populations": [{"name": "inputs", "spikes": [-1]}, {"name": "n", "spikes": [1, 2, 3]}]}""", "GAN2321")]
    [InlineData("""{"format": "ganglion-profile", "version": 1, "timesteps": 1, "populations": [{"name": "inputs", "spikes": [1]}, {"name": "n", "spikes": [1, 2]}]}""", "GAN2322")]
    [InlineData("""{"format": "ganglion-profile", "version": 1, "timesteps": 1, "populations": [{"name": "inputs", "spikes": [1]}]}""", "GAN2322")]
    public void A_file_that_is_no_profile_of_the_network_is_refused(string text, string code)
    {
        File.WriteAllText(_path, text);

        Assert.Equal([code], Assert.Throws<InvalidInputException>(() => ActivityFile.ReadFile(_path, Network, [])).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Activity_weighs_hops_and_links_but_not_the_counts_of_axons()
    {
        // Core 20 is two hops away from cores 0 and 1; neuron 0 reaches cores 1 and 20, neuron 1 reaches core 20, neuron 2 itself.
        MappingQuality quality = NetworkCompiler.Compile(
            Network, TestChips.Loihi, new CompilerOptions { Activity = new NeuronActivity([9, 0.5, 0.25, 7]) }).Quality;

        Assert.Equal((3L, 4L), (quality.CutAxons, quality.SpikeHops));
        Assert.Equal((1.25, 1.5), (quality.CutTraffic, quality.WeightedHops));
        Assert.Equal((0.75, 0.75), (quality.PeakLinkLoad, quality.MeanLinkLoad));
    }

    [Fact]
    public void Activity_of_another_number_of_neurons_is_refused() =>
        Assert.Contains(TestNetworks.Refusal(Network, TestChips.Loihi, new CompilerOptions { Activity = new NeuronActivity([1, 2]) }), d => d.Code == "GAN2013");

    public void Dispose() => File.Delete(_path);

    private void Write(string hash, long[] spikes)
    {
        using StreamWriter writer = new(_path);
        ActivityFile.Write(writer, "test", hash, 4, [("inputs", 1), ("n", 3)], spikes);
    }
}
