using System.Diagnostics.CodeAnalysis;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Emulator.Replay;

/// <summary>A recorded run, read part by part.</summary>
public sealed class RunRecording : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    private RunRecording(string path, FileStream file) => (_path, _file) = (path, file);

    /// <summary>What the run began with.</summary>
    [NotNull]
    public RunRecordingHeader? Header { get; private set; } = null!;

    /// <summary>Share of the file that has been read, 0 to 1.</summary>
    public double Progress => (double)_file.Position / _file.Length;

    /// <summary>Opens a recording.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no recording.</exception>
    public static RunRecording Open(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ReplayDiagnostics.Refuse(
                ReplayDiagnostics.Unreadable, path, File.Exists(path) ? e.Message : Directory.Exists(path) ? "a folder, not a file" : "no such file", null, "check the path");
        }

        var recording = new RunRecording(path, file);
        try
        {
            recording.ReadHeader();
            return recording;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Reads the input up to the next checkpoint, and that.</summary>
    /// <param name="inputs">The input, in the order of time; emptied first.</param>
    /// <returns>The checkpoint; <see langword="null"/> when the recording ends without one.</returns>
    /// <exception cref="InvalidInputException">A part is damaged.</exception>
    internal RecordedCheckpoint? ReadInterval(List<RecordedInput> inputs)
    {
        inputs.Clear();
        while (true)
        {
            long position = _file.Position;
            switch (RecordingFrames.Read(_file, out FrameKind kind, out byte[] content))
            {
                case FrameState.End:
                    return null;
                case FrameState.Whole when kind == FrameKind.Input && RecordingCodec.ReadInput(content) is { } input:
                    inputs.Add(input);
                    break;
                case FrameState.Whole when kind == FrameKind.Checkpoint && RecordingCodec.ReadCheckpoint(content) is { } checkpoint:
                    return checkpoint;
                default:
                    throw Damaged(position);
            }
        }
    }

    private void ReadHeader()
    {
        Span<byte> signature = stackalloc byte[RecordingFrames.Signature.Length];
        int read = _file.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false);
        if (!signature[..read].SequenceEqual(RecordingFrames.Signature))
        {
            bool isOther = read == signature.Length && signature[..^1].SequenceEqual(RecordingFrames.Signature[..^1]);
            throw ReplayDiagnostics.Refuse(
                ReplayDiagnostics.NotARecording, _path, isOther ? $"format {signature[^1]}" : read == 0 ? "an empty file" : "a file of another kind",
                $"a recorded run of format {RecordingFrames.Version}", "pass the file that 'ganglion serve … --record' has written");
        }

        if (RecordingFrames.Read(_file, out FrameKind kind, out byte[] content) != FrameState.Whole || kind != FrameKind.Header
            || RecordingCodec.ReadHeader(content) is not { } header)
        {
            throw Damaged(signature.Length);
        }

        Header = header;
    }

    private InvalidInputException Damaged(long position) => ReplayDiagnostics.Refuse(
        ReplayDiagnostics.Damaged, _path, $"a part at byte {position:N0} that cannot be read or has the wrong checksum", null, "copy the file again");
}
