namespace Ganglion.ChipSpec.Spec;

/// <summary>How far the emulation of a chip goes, in short statements for people.</summary>
public sealed record EmulationScope
{
    /// <summary>What agrees bit for bit with the chip or with its published model.</summary>
    public IReadOnlyList<string> Exact { get; init; } = [];

    /// <summary>What comes close, or rests on a choice that nobody can check.</summary>
    public IReadOnlyList<string> Approximate { get; init; } = [];

    /// <summary>What the chip has and the emulation lacks.</summary>
    public IReadOnlyList<string> NotEmulated { get; init; } = [];
}
