using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Import.LavaDl;
using Ganglion.Compiler.Networks;
using Ganglion.Tests.Shared;

namespace Ganglion.Conformance.Tests.LavaDl;

/// <summary>PilotNet of lava-dl with 158,509 neurons, against the registers that were recorded while it ran.</summary>
/// <remarks>
/// Entry i of a recording is timestep i + 1 of the chip. Layer k, counted without those that have no neurons, starts from 0 before entry k
/// and again every 17 entries, when a new image enters. The register of a potential reads 128 where a neuron has just fired.
/// The last layer is left out: its recorded currents do not follow from the recorded spikes before it.
/// </remarks>
public sealed class PilotNetTests
{
    private const int Period = 17;
    private const int RegisterAfterSpike = 128;

    public static TheoryData<string, string, string, int> Layers => new()
    {
        { "conv1", "input", "conv-0", 1 },
        { "conv2", "conv-0", "conv-1", 2 },
        { "conv3", "conv-1", "conv-2", 3 },
        { "conv4", "conv-2", "conv-3", 4 },
        { "conv5", "conv-3", "conv-4", 5 },
        { "dense7", "conv-4", "fc-0", 6 },
        { "dense8", "fc-0", "fc-1", 7 },
        { "dense9", "fc-1", "fc-2", 8 },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Each_layer_runs_as_recorded_when_it_gets_the_recorded_spikes(string layer, string before, string recording, int place)
    {
        Network network = Read();
        int[][] input = Rows(before);
        int entries = input.Length;
        int[] starts = [0, place, place + Period];
        for (int s = 0; s < starts.Length && starts[s] < entries; s++)
        {
            int end = s + 1 < starts.Length ? Math.Min(starts[s + 1], entries) : entries;

            // A spike of entry i acts in entry i + 1, which is timestep i + 2 − start of this stretch.
            int[][] spikes = [new int[input[0].Length], .. Enumerable.Range(starts[s] - 1, end - starts[s]).Select(i => i < 0 ? new int[input[0].Length] : input[i])];
            var run = LayerRun.Of(LayerRun.Alone(network, layer, spikes), Presets.Load("unbounded"), end - starts[s]);

            AssertState(run, layer, recording, starts[s], end - starts[s]);
        }
    }

    [Fact]
    public void The_network_runs_as_recorded_when_it_sees_the_image()
    {
        NumpyArray image = NumpyArchive.ReadArray(Golden("image"));
        int[] bias = Recording.ChannelsFirst(image.Shape, Array.ConvertAll(image.Values, v => (int)v));

        var run = LayerRun.Of(Read(new LavaDlOptions { InputBias = bias }), Presets.Load("unbounded"), Period);

        AssertState(run, "input0", "input", 0, Period);
        foreach ((string layer, _, string recording, int place) in Layers.Select(row => row.Data))
        {
            Assert.Equal(place, run.Delay(layer));
            AssertState(run, layer, recording, place, Period);
        }
    }

    /// <summary>Compares so many timesteps, the first of which is an entry of the recording.</summary>
    private static void AssertState(LayerRun run, string layer, string recording, int firstEntry, int timesteps)
    {
        int[][] spikes = Rows(recording);
        int[][]? u = SharedData.Find("golden", "netx", "pilotnet", $"{recording}-u.npy") is null ? null : Rows($"{recording}-u");
        int[][]? v = u is null ? null : Rows($"{recording}-v");
        for (int t = 1; t <= timesteps && firstEntry + t <= spikes.Length; t++)
        {
            int entry = firstEntry + t - 1;
            int[] fired = run.Spikes(layer, t);
            Assert.Equal(spikes[entry], fired);
            if (u is not null && v is not null)
            {
                Assert.Equal(u[entry], run.U(layer, t));
                Assert.Equal(v[entry], run.V(layer, t).Zip(fired, (potential, spike) => spike == 1 ? RegisterAfterSpike : potential));
            }
        }
    }

    private static Network Read(LavaDlOptions? options = null) =>
        LavaDlReader.ReadFile(SharedData.Require("nets", "netx", "pilotnet_lif.net"), options).Network;

    private static int[][] Rows(string recording) => Recording.TimeLast(NumpyArchive.ReadArray(Golden(recording)));

    private static string Golden(string recording) => SharedData.Require("golden", "netx", "pilotnet", $"{recording}.npy");
}
