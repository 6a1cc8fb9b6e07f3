using Ganglion.Cores.Learning;
using Ganglion.Emulator.Faults;

namespace Ganglion.Emulator;

/// <summary>How a machine runs; none of it changes a spike, except the seed.</summary>
public sealed record MachineOptions
{
    /// <summary>Workers, each on a thread of its own; at least 1. More than there are cores in the image makes idle workers.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Seed of every random draw.</summary>
    public ulong Seed { get; init; }

    /// <summary>Draws for learning that are played back, for comparison with a recording; <see langword="null"/> draws from <see cref="Seed"/>.</summary>
    public RecordedDraws? RecordedDraws { get; init; }

    /// <summary>Faults to inject; <see langword="null"/> for a machine without.</summary>
    public FaultPlan? Faults { get; init; }

    /// <summary>Seed of the distribution of cores over workers; <see langword="null"/> balances their load.</summary>
    public ulong? AssignmentSeed { get; init; }

    /// <summary>Whether observers see every message between cores; costs time and memory.</summary>
    public bool TraceMessages { get; init; }

    /// <summary>Clock by which the phases of a timestep are measured; <see langword="null"/> measures nothing and costs nothing.</summary>
    public TimeProvider? PhaseClock { get; init; }
}
