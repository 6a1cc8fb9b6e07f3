using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.CommandLine.Compare;

/// <summary>Findings about labels.</summary>
internal static class LabelDiagnostics
{
    /// <summary>A line is not a label.</summary>
    public static readonly DiagnosticDescriptor Line = new("GAN1431", DiagnosticSeverity.Error, "A line of the labels cannot be taken", """
        The labels for `ganglion compare --labels` say which output neuron should fire most in a stretch of timesteps. The first line is
        `from,to,label`; every other line gives the first and the last timestep of a stretch and the neuron, counted from 0 within the
        network's output population. Stretches ascend and do not overlap.

        Correct the line. Example: `1,32,7` says that output neuron 7 should fire most in timesteps 1 to 32.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Line];
}
