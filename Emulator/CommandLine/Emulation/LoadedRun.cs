using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Everything that is ready before the first timestep.</summary>
internal sealed record LoadedRun : IDisposable
{
    /// <summary>The network that runs.</summary>
    public required IEmulation Emulation { get; init; }

    /// <summary>Which network it is.</summary>
    public required NetworkSummary Network { get; init; }

    /// <summary>Which chip is emulated; <see langword="null"/> for the float reference.</summary>
    public ChipSummary? Chip { get; init; }

    /// <summary>Index of the price table in the chip's list; <see langword="null"/> where there is none.</summary>
    public int? PriceTable { get; init; }

    /// <summary>Workers.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Timesteps that a spike takes at most from a source through the network.</summary>
    public required long Depth { get; init; }

    /// <summary>Timesteps by which populations run behind the network on the chip; without an entry, none.</summary>
    public IReadOnlyDictionary<string, int> PipelineDelays { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Timestep of the last spike of all list sources; <see langword="null"/> where there is none.</summary>
    public long? LastListedSpike { get; init; }

    /// <summary>Whether spikes of timestep 0 have no effect: without a chip, where sources act within their timestep.</summary>
    public bool LosesFirstInput { get; init; }

    /// <summary>Whether something fires without end: random sources, or neurons with a bias.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Warnings and notes.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <inheritdoc/>
    public void Dispose() => Emulation.Dispose();
}
