using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Import.LavaDl;
using Ganglion.Compiler.Networks;
using Ganglion.Tests.Shared;

namespace Ganglion.Conformance.Tests.LavaDl;

/// <summary>A published convolutional network of lava-dl, with the spikes that its tests expect; entry t of a recording is timestep t.</summary>
public sealed class TinyNetTests
{
    private const int Timesteps = 15;

    [Theory]
    [InlineData("conv1", "input_spikes", "layer1_spikes")]
    [InlineData("conv2", "layer1_spikes", "output_spikes")]
    public void Each_layer_fires_as_recorded_when_it_gets_the_recorded_spikes(string layer, string before, string expected)
    {
        var golden = new NumpyArchive(SharedData.Require("golden", "netx", "loihi_tinynet.npz"));
        Network network = LayerRun.Alone(Read(golden), layer, Recording.TimeFirst(golden[before]));

        var run = LayerRun.Of(network, Presets.Load("loihi1"), Timesteps);

        AssertSpikes(golden, expected, run, layer);
        AssertCurrents(golden, run, layer);
    }

    [Theory]
    [InlineData("loihi1")]
    [InlineData("loihi2")]
    [InlineData("unbounded")]
    public void The_network_fires_as_recorded_when_it_sees_the_image(string chip)
    {
        var golden = new NumpyArchive(SharedData.Require("golden", "netx", "loihi_tinynet.npz"));

        var run = LayerRun.Of(Read(golden), Presets.Load(chip), Timesteps);

        AssertSpikes(golden, "input_spikes", run, "input0");
        AssertSpikes(golden, "layer1_spikes", run, "conv1");
        AssertSpikes(golden, "output_spikes", run, "conv2");
        AssertCurrents(golden, run, "conv1");
        Assert.Equal([0, 1, 2], ((string[])["input0", "conv1", "conv2"]).Select(run.Delay));
    }

    private static Network Read(NumpyArchive golden) => LavaDlReader.ReadFile(
        SharedData.Require("nets", "netx", "tiny.net"),
        new LavaDlOptions { InputBias = Array.ConvertAll(golden["input_bias"].Values, b => (int)b) }).Network;

    private static void AssertSpikes(NumpyArchive golden, string recording, LayerRun run, string population)
    {
        int[][] expected = Recording.TimeFirst(golden[recording]);
        Assert.DoesNotContain(1, expected[0]);
        for (int t = 1; t <= Timesteps; t++)
        {
            Assert.Equal(expected[t], run.Spikes(population, t));
        }
    }

    private static void AssertCurrents(NumpyArchive golden, LayerRun run, string layer)
    {
        for (int t = 1; layer == "conv1" && t <= Timesteps; t++)
        {
            Assert.Equal(Recording.TimeFirst(golden["layer1_current"])[t], run.U(layer, t).Select(u => u >> 6));
        }
    }
}
