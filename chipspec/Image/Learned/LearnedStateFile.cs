using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Files;

namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>Writes and reads what a network has learned; the format is described in <c>docs/formats/learned-state.md</c>.</summary>
public static class LearnedStateFile
{
    private static readonly SealedFile File = new(new SealedFormat
    {
        Letter = (byte)'S',
        Version = 1,
        Name = "a learned state (.state)",
        Origin = "pass the file that 'ganglion run … --save-state' has written",
        Remedy = "learn again",
        Unreadable = StateDiagnostics.Unreadable,
        Foreign = StateDiagnostics.NotAState,
        Older = StateDiagnostics.OtherVersion,
        Newer = StateDiagnostics.OtherVersion,
        Truncated = StateDiagnostics.Damaged,
        Corrupted = StateDiagnostics.Damaged,
        Unwritable = StateDiagnostics.Unwritable,
    });

    /// <summary>Writes a state; the file appears whole or not at all.</summary>
    /// <param name="state">State.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(LearnedState state, string path) => File.Write(state, path);

    /// <summary>Reads a state and checks it by itself; <see cref="LearnedStateCheck"/> says whether an image can take it.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <exception cref="InvalidInputException">The file holds no state, is of another version, damaged, contradicts itself, or holds values out of range.</exception>
    public static LearnedState Read(string path)
    {
        LearnedState state = File.Read<LearnedState>(path);
        IReadOnlyList<Diagnostic> findings = LearnedStateCheck.Run(state, path);
        return findings.Count == 0 ? state : throw new InvalidInputException(findings);
    }
}
