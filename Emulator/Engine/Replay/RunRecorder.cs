using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.Emulator.Devices;

namespace Ganglion.Emulator.Replay;

/// <summary>Records what a run cannot know by itself, its input, and at checkpoints what the run had come to.</summary>
/// <remarks>
/// Connect devices and open ports with it, and call <see cref="Checkpoint"/> every
/// <see cref="RunRecordingHeader.CheckpointTimesteps"/>. A program that dies loses what came after the last checkpoint at most.
/// </remarks>
public sealed class RunRecorder : IInputRecorder, IDisposable
{
    private readonly Machine _machine;
    private readonly FileStream _file;
    private readonly SpikeDigests _digests = new();
    private readonly Lock _gate = new();

    private RunRecorder(Machine machine, FileStream file) => (_machine, _file) = (machine, file);

    /// <summary>Begins a recording of a machine that has not run yet.</summary>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="imagePath">Path of its image, for the replay.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="checkpointTimesteps">Timesteps from one checkpoint to the next, at least 1.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static RunRecorder Begin(string path, Machine machine, string imagePath, ulong seed, long checkpointTimesteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(checkpointTimesteps, 1);
        try
        {
            var recorder = new RunRecorder(machine, new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read));
            recorder._file.Write(RecordingFrames.Signature);
            recorder.Write(FrameKind.Header, RecordingCodec.Write(new RunRecordingHeader(ChipImageHash.Of(machine.Image), imagePath, seed, checkpointTimesteps)));
            recorder._file.Flush();
            machine.Attach(recorder._digests);
            return recorder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ReplayDiagnostics.Refuse(ReplayDiagnostics.Unwritable, path, e.Message, null, "check the folder, its permissions and the free space");
        }
    }

    /// <inheritdoc/>
    public void Record(long timestep, int device, long sequence, int population, ReadOnlySpan<int> neurons) =>
        Write(FrameKind.Input, RecordingCodec.Write(timestep, device, sequence, population, neurons));

    /// <summary>Records what the run has come to; between two timesteps.</summary>
    public void Checkpoint() => WriteCheckpoint(isLast: false);

    /// <summary>Ends the recording; between two timesteps.</summary>
    public void Complete()
    {
        WriteCheckpoint(isLast: true);
        Dispose();
    }

    /// <summary>Closes the file; without <see cref="Complete"/> it reads as that of a run that died.</summary>
    public void Dispose()
    {
        _machine.Detach(_digests);
        _file.Dispose();
    }

    private void WriteCheckpoint(bool isLast)
    {
        Write(FrameKind.Checkpoint, RecordingCodec.Write(new RecordedCheckpoint(_machine.Timestep, _digests.Take(), [.. _machine.CoreHashes()], isLast)));
        _file.Flush();
    }

    private void Write(FrameKind kind, byte[] content)
    {
        lock (_gate)
        {
            RecordingFrames.Write(_file, kind, content);
        }
    }
}
