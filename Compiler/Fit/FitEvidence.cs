namespace Ganglion.Compiler.Fit;

/// <summary>What a statement about a network and a chip rests on.</summary>
public enum FitEvidence
{
    /// <summary>Counting: what exceeds a limit certainly does, and what does not may still fail to map.</summary>
    Counted,

    /// <summary>Mapping: every pass of the compiler was run.</summary>
    Mapped,
}
