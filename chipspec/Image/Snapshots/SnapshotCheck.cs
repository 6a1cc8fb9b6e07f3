using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Image.Snapshots;

/// <summary>Checks a snapshot by itself; what its arrays must hold, only the cores and sources know that take them.</summary>
public static class SnapshotCheck
{
    private const string Remedy = "take another snapshot, or begin the run again";

    /// <summary>Checks a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="fileName">Name that messages give; <see langword="null"/> for a snapshot that was not read from a file.</param>
    /// <returns>Everything that is wrong, up to a bound; empty when nothing is.</returns>
    public static IReadOnlyList<Diagnostic> Run(MachineSnapshot snapshot, string? fileName = null)
    {
        var findings = new ViolationCollector();
        if (snapshot.Timestep is < 0 or > MachineSnapshot.LastTimestep)
        {
            Report("snapshot", $"timestep {snapshot.Timestep}", $"0 to {MachineSnapshot.LastTimestep}");
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (StatePart part in snapshot.Parts)
        {
            if (!names.Add(part.Name))
            {
                Report(part.Name, "the part twice", "every part once");
            }

            foreach (StateArray array in part.Arrays)
            {
                if (array.Width is not (1 or 2 or 4 or 8) || array.Values.Length % array.Width != 0)
                {
                    Report(part.Name, $"{array.Values.Length} bytes of '{array.Name}' in elements of {array.Width}", "whole elements of 1, 2, 4 or 8 bytes");
                }
            }
        }

        return snapshot.Learned is { } learned ? [.. findings.Diagnostics, .. LearnedStateCheck.Run(learned, fileName)] : findings.Diagnostics;

        void Report(string part, string found, string allowed) =>
            findings.Add(SnapshotDiagnostics.Contradiction, new SourceLocation(fileName, Path: part), found, allowed, Remedy);
    }
}
