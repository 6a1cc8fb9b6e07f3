using Ganglion.ChipSpec;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Replay;

namespace Ganglion.Testing.Tests;

/// <summary>The test kit does what its own users rely on.</summary>
public sealed class EmulatorFixtureTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ganglion-{Guid.NewGuid():N}");

    [Fact]
    public void What_a_test_sends_fires_in_the_next_timestep_and_comes_back()
    {
        using EmulatorFixture emulator = EmulatorFixture.Of(Relay());
        emulator.Step(4);
        emulator.Port.Send("in", 0, 2);
        emulator.Step();
        Assert.Equal(2, emulator.Port.Heard.Count);
        emulator.Step();

        Assert.Equal(2, emulator.Port.Heard.Count);
        emulator.AssertSpikes("in", new SpikeRaster((5, 0), (5, 2)));
        emulator.AssertSpikes("out", new SpikeRaster((6, 0), (6, 2)));
        Assert.Equal(1, emulator.AssertAnswers("out", after: 5, timesteps: 1));
        Assert.True(emulator.AssertChipTime(5, 6, TimeSpan.FromMilliseconds(1)) > TimeSpan.Zero);
    }

    [Fact]
    public void A_difference_is_drawn_as_a_raster()
    {
        using EmulatorFixture emulator = EmulatorFixture.Of(Relay());
        emulator.Port.Send("in", 0, 1);
        emulator.Step(4);

        SpikeAssertionException failure = Assert.Throws<SpikeAssertionException>(() => emulator.AssertSpikes("out", new SpikeRaster((2, 0), (3, 2))));

        Assert.Equal(
            """
            Population 'out' did not fire as expected: 1 spikes are missing (-), 1 should not be there (+); the first difference is in timestep 2.
            timesteps 0 to 5, neurons that differ:
              1 ..+...
              2 ...-..

            """,
            failure.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Answers_that_come_late_or_not_at_all_fail()
    {
        using EmulatorFixture emulator = EmulatorFixture.Of(Relay());
        emulator.Port.Send("in", 0);
        emulator.Step(10);

        Assert.Contains("has not fired until 10", Assert.Throws<SpikeAssertionException>(() => emulator.AssertAnswers("out", 4, 3)).Message, StringComparison.Ordinal);
        emulator.Port.Send("in", 0);
        emulator.Step(2);
        Assert.Contains("first fired 7 timesteps", Assert.Throws<SpikeAssertionException>(() => emulator.AssertAnswers("out", 5, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("allowed are 0 µs", Assert.Throws<SpikeAssertionException>(() => emulator.AssertChipTime(1, 2, TimeSpan.Zero)).Message, StringComparison.Ordinal);
        Assert.Throws<SpikeAssertionException>(() => emulator.AssertChipTime(1, 99, TimeSpan.MaxValue));
        Assert.Throws<ArgumentException>(() => emulator.Spikes("nobody"));
    }

    [Fact]
    public void A_failure_leaves_a_run_that_can_be_repeated()
    {
        using (EmulatorFixture emulator = EmulatorFixture.Of(Relay(), new EmulatorOptions { Artifacts = _folder, Seed = 3 }))
        {
            emulator.Port.Send("in", 1);
            emulator.Step(20);
            Assert.Contains(_folder, Assert.Throws<SpikeAssertionException>(() => emulator.AssertSpikes("out", new SpikeRaster())).Message, StringComparison.Ordinal);
        }

        var image = ChipImageFile.Read(Path.Combine(_folder, "image.chip"));
        using RunRecording recording = RunRecording.Open(Path.Combine(_folder, "failed.run"));
        ReplayResult result = RunReplay.Run(recording, image, ChipSpec.Reading.ChipSpecReader.Read(image.ChipSpec, "image"), new MachineOptions { Workers = 2 });

        Assert.Equal((20L, 1L, true, null), (result.Timesteps, result.Spikes, result.IsComplete, result.Divergence));
        Assert.Equal(["timestep,population,neuron", "1,in,1", "2,out,1"], File.ReadLines(Path.Combine(_folder, "last-spikes.csv")));
        Assert.Contains("\"seed\": 3", File.ReadAllText(Path.Combine(_folder, "manifest.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_passes_leaves_no_recording()
    {
        using (EmulatorFixture emulator = EmulatorFixture.Of(Relay(), new EmulatorOptions { Artifacts = _folder }))
        {
            emulator.Step(5);
        }

        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static Network Relay() => new NetworkBuilder("relay")
        .AddSource("in", [3], new ExternalSource())
        .AddPopulation("out", [3], new LoihiNeurons { CurrentDecay = [4096], PotentialDecay = [4096], ThresholdMantissa = [100] })
        .Connect("in", "out", new OneToOne(200), unit: new IntegerWeights(8, 0, SignMode.Excitatory))
        .Output("out")
        .Build();
}
