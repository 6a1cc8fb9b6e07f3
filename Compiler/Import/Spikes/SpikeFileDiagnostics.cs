using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Import.Spikes;

/// <summary>Findings about files of spikes.</summary>
public static class SpikeFileDiagnostics
{
    /// <summary>The header is missing or has other columns.</summary>
    public static readonly DiagnosticDescriptor Header = Error("GAN1411", "The header of a spike file is not 'timestep,neuron'", """
        A spike file is text with one spike per line. Its first line names the columns, `timestep,neuron`, so that a file with other
        columns, or in another order, is not taken for one.

        Add the header, or write the columns in this order. Example: the two lines `timestep,neuron` and `0,3` are a spike of neuron 3 in
        timestep 0.
        """);

    /// <summary>A line is not a spike.</summary>
    public static readonly DiagnosticDescriptor Line = Error("GAN1412", "A line of a spike file is not a spike", """
        Every line after the header has a timestep, 0 or above, and a neuron of the source, counted from 0, separated by a comma; both are
        whole numbers. Empty lines are skipped.

        Correct the line, or the size of the source. Example: `12,0` is a spike of neuron 0 in timestep 12; `0.012,0` (a time in seconds)
        is not taken.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Header, Line];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
