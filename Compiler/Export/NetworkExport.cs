using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Export;

/// <summary>A network that was written to a file.</summary>
/// <param name="TimestepSeconds">Duration of a timestep, where the file does not say it and its reader has to be told; otherwise <see langword="null"/>.</param>
/// <param name="Warnings">What the user should know about what the file does not hold.</param>
public sealed record NetworkExport(double? TimestepSeconds, IReadOnlyList<Diagnostic> Warnings);
