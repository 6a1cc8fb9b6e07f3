using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Emulator.Replay;
using Ganglion.Emulator.Sessions;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Replay;

/// <summary>A run with input from outside is recorded and repeated bit for bit.</summary>
public sealed class ReplayTests : IDisposable
{
    private const ulong Seed = 11;
    private const int CheckpointTimesteps = 25;

    private readonly string _folder = Directory.CreateTempSubdirectory("ganglion").FullName;

    private string File => Path.Combine(_folder, "test.run");

    [Theory]
    [InlineData(ClockKind.Free, 1)]
    [InlineData(ClockKind.Free, 3)]
    [InlineData(ClockKind.Lockstep, 2)]
    [InlineData(ClockKind.Paced, 1)]
    public async Task A_run_that_nobody_could_foresee_is_repeated_with_any_number_of_workers(ClockKind clock, int workers)
    {
        (string state, long timesteps, long admitted) = await RecordAsync(clock, workers);

        Assert.True(admitted > 50, $"{admitted} spikes admitted");
        foreach (int others in new[] { 1, 2, 4 })
        {
            using RunRecording recording = RunRecording.Open(File);
            ReplayResult result = RunReplay.Run(recording, SmallNetwork.Image, SmallNetwork.Chip, new MachineOptions { Workers = others });

            Assert.Equal((timesteps, admitted, true, null), (result.Timesteps, result.Spikes, result.IsComplete, result.Divergence));
            Assert.True(result.Checkpoints >= timesteps / CheckpointTimesteps);
        }

        Assert.NotEmpty(state);
    }

    [Fact]
    public async Task Input_that_was_changed_is_found_at_its_timestep()
    {
        await RecordAsync(ClockKind.Lockstep, 1);
        (int at, RecordedInput input) = Frames().Index().Where(frame => frame.Item.Kind == FrameKind.Input)
            .Select(frame => (frame.Index, RecordingCodec.ReadInput(frame.Item.Content)!)).First(frame => frame.Item2.Timestep > 40);
        (FrameKind Kind, byte[] Content)[] frames = [.. Frames()];
        frames[at].Content = RecordingCodec.Write(input.Timestep, input.Device, input.Sequence, input.Population, [.. input.Neurons, .. input.Neurons]);
        Write(frames);

        Divergence divergence = Replay().Divergence!;

        // The source's own spikes are the first to differ.
        Assert.Equal((input.Timestep, true), (divergence.Timestep, divergence.SpikesDiffer));
        Assert.Equal((input.Timestep + CheckpointTimesteps - 1) / CheckpointTimesteps * CheckpointTimesteps, divergence.Checkpoint);
    }

    [Fact]
    public async Task State_that_differs_is_found_with_its_core()
    {
        await RecordAsync(ClockKind.Lockstep, 1);
        (FrameKind Kind, byte[] Content)[] frames = [.. Frames()];
        int at = Array.FindIndex(frames, frame => frame.Kind == FrameKind.Checkpoint);
        RecordedCheckpoint checkpoint = RecordingCodec.ReadCheckpoint(frames[at].Content)!;
        checkpoint.Cores[4] ^= 1;
        frames[at].Content = RecordingCodec.Write(checkpoint);
        Write(frames);

        Divergence divergence = Replay().Divergence!;

        Assert.Equal((CheckpointTimesteps, false, CheckpointTimesteps), (divergence.Timestep, divergence.SpikesDiffer, divergence.Checkpoint));
        Assert.Equal(SmallNetwork.Image.Cores[4].Core, Assert.Single(divergence.Cores).Value);
    }

    [Fact]
    public async Task A_recording_that_breaks_off_is_repeated_as_far_as_it_goes()
    {
        await RecordAsync(ClockKind.Lockstep, 1);
        byte[] whole = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        long last = -1;
        for (int length = 200; length < whole.Length; length += 61)
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length], TestContext.Current.CancellationToken);
            ReplayResult result = Replay();

            Assert.False(result.IsComplete);
            Assert.Null(result.Divergence);
            Assert.True(result.Timesteps >= last);
            last = result.Timesteps;
        }

        Assert.True(last > CheckpointTimesteps);
    }

    [Fact]
    public async Task No_changed_byte_is_taken_for_the_recorded_run()
    {
        await RecordAsync(ClockKind.Lockstep, 1);
        byte[] whole = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        int refused = 0;
        for (int at = 0; at < whole.Length; at += 37)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            await System.IO.File.WriteAllBytesAsync(File, changed, TestContext.Current.CancellationToken);
            try
            {
                // A length that leads beyond the end reads as a recording that breaks off.
                Assert.False(Replay().IsComplete);
            }
            catch (InvalidInputException e)
            {
                refused += e.Diagnostics.Count;
            }
        }

        Assert.True(refused > 5);
    }

    [Fact]
    public async Task Another_image_and_other_files_are_refused()
    {
        await RecordAsync(ClockKind.Lockstep, 1);
        Network other = new NetworkBuilder("other").AddSource("outside", [4], new ExternalSource()).AddPopulation("a", [1], new LoihiNeurons()).Build();
        using (RunRecording recording = RunRecording.Open(File))
        {
            Refused(ReplayDiagnostics.OtherImage, () => RunReplay.Run(
                recording, NetworkCompiler.Compile(other, SmallNetwork.Chip).Image, SmallNetwork.Chip, new MachineOptions()));
        }

        Refused(ReplayDiagnostics.Unreadable, () => RunRecording.Open(File + "x"));
        Refused(ReplayDiagnostics.Unreadable, () => RunRecording.Open(_folder));
        await System.IO.File.WriteAllTextAsync(File, "timestep,population,neuron", TestContext.Current.CancellationToken);
        Refused(ReplayDiagnostics.NotARecording, () => RunRecording.Open(File));
        await System.IO.File.WriteAllTextAsync(File, "", TestContext.Current.CancellationToken);
        Refused(ReplayDiagnostics.NotARecording, () => RunRecording.Open(File));
        using Machine machine = SmallNetwork.NewMachine();
        Refused(ReplayDiagnostics.Unwritable, () => RunRecorder.Begin(Path.Combine(_folder, "no", "file"), machine, "", 0, 1));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Refused(DiagnosticDescriptor descriptor, Action action) =>
        Assert.Equal(descriptor, Assert.Single(Assert.Throws<InvalidInputException>(action).Diagnostics).Descriptor);

    private ReplayResult Replay()
    {
        using RunRecording recording = RunRecording.Open(File);
        return RunReplay.Run(recording, SmallNetwork.Image, SmallNetwork.Chip, new MachineOptions());
    }

    /// <summary>Two threads send through two ports while the machine runs.</summary>
    private async Task<(string State, long Timesteps, long Admitted)> RecordAsync(ClockKind clock, int workers)
    {
        using Machine machine = SmallNetwork.NewMachine(workers);
        using RunRecorder recorder = RunRecorder.Begin(File, machine, "small.chip", Seed, CheckpointTimesteps);
        SpikePort[] ports = [.. Enumerable.Range(0, 2).Select(number => SpikePort.Open(machine, new PortOptions { Name = $"{number}", Sources = ["outside"] }, recorder))];
        using var session = new Session(machine, new SessionClock(clock) { Timestep = TimeSpan.FromMicroseconds(100) }, TimeProvider.System);
        session.Every(CheckpointTimesteps, _ => recorder.Checkpoint());
        session.Start();
        int population = machine.Image.Populations.Index().Single(pair => pair.Item.Name == "outside").Index;
        await Task.WhenAll(ports.Select((port, number) => Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                port.Offer([new PortSpike(population, (i + number) % 4)]);
                if (clock == ClockKind.Lockstep)
                {
                    session.Grant(1);
                }
                else
                {
                    // Some timesteps get several spikes, and most none.
                    long now = session.Timestep;
                    SpinWait.SpinUntil(() => i % 10 != 0 || session.Timestep > now);
                }
            }
        })));
        await session.StopAsync();
        await session.Completion;
        recorder.Complete();
        return (machine.StateHash(), machine.Timestep, ports.Sum(port => port.Counters.Admitted));
    }

    private List<(FrameKind Kind, byte[] Content)> Frames()
    {
        using FileStream file = System.IO.File.OpenRead(File);
        file.Position = RecordingFrames.Signature.Length;
        List<(FrameKind, byte[])> frames = [];
        while (RecordingFrames.Read(file, out FrameKind kind, out byte[] content) == FrameState.Whole)
        {
            frames.Add((kind, content));
        }

        return frames;
    }

    private void Write((FrameKind Kind, byte[] Content)[] frames)
    {
        using FileStream file = System.IO.File.Create(File);
        file.Write(RecordingFrames.Signature);
        Array.ForEach(frames, frame => RecordingFrames.Write(file, frame.Kind, frame.Content));
    }
}
