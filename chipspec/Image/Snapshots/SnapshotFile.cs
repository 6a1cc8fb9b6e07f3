using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Files;

namespace Ganglion.ChipSpec.Image.Snapshots;

/// <summary>Writes and reads snapshots of machines; the format is described in <c>docs/formats/snapshot.md</c>.</summary>
public static class SnapshotFile
{
    private static readonly SealedFile File = new(new SealedFormat
    {
        Letter = (byte)'P',
        Version = 1,
        Name = "a snapshot (.snapshot)",
        Origin = "pass the file that 'ganglion run … --snapshot' has written",
        Remedy = "begin the run again",
        Unreadable = SnapshotDiagnostics.Unreadable,
        Foreign = SnapshotDiagnostics.NotASnapshot,
        Older = SnapshotDiagnostics.OtherVersion,
        Newer = SnapshotDiagnostics.OtherVersion,
        Truncated = SnapshotDiagnostics.Damaged,
        Corrupted = SnapshotDiagnostics.Damaged,
        Unwritable = SnapshotDiagnostics.Unwritable,
    });

    /// <summary>Writes a snapshot; the file appears whole or not at all.</summary>
    /// <param name="snapshot">Snapshot.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(MachineSnapshot snapshot, string path) => File.Write(snapshot, path);

    /// <summary>Reads a snapshot and checks it by itself; whether it fits, the machine says that is to go on from it.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <exception cref="InvalidInputException">The file holds no snapshot, is of another version, damaged, or contradicts itself.</exception>
    public static MachineSnapshot Read(string path)
    {
        MachineSnapshot snapshot = File.Read<MachineSnapshot>(path);
        IReadOnlyList<Diagnostic> findings = SnapshotCheck.Run(snapshot, path);
        return findings.Count == 0 ? snapshot : throw new InvalidInputException(findings);
    }
}
