using Ganglion.ChipSpec.Identifiers;

namespace Ganglion.Emulator.Faults;

/// <summary>A fault of a plan; which properties matter depends on the kind.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>First timestep in which it acts, at least 1.</summary>
    public long From { get; init; } = 1;

    /// <summary>Last timestep in which it acts.</summary>
    public long Until { get; init; } = long.MaxValue;

    /// <summary>Probability that it strikes a neuron, a weight, an event or a packet, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Core that it is about; <see langword="null"/> for all.</summary>
    public CoreId? Core { get; init; }

    /// <summary>Population that it is about; empty for none.</summary>
    public string Population { get; init; } = "";

    /// <summary>Neurons of the population; empty for all.</summary>
    public IReadOnlyList<int> Neurons { get; init; } = [];

    /// <summary>The two tiles of a link.</summary>
    public (int First, int Second) Tiles { get; init; }

    /// <summary>Port that it is about; empty for all.</summary>
    public string Port { get; init; } = "";

    /// <summary>Timesteps by which packets are delayed, at least 1.</summary>
    public int Timesteps { get; init; } = 1;

    /// <summary>Speed of the clock, above 0: 1.01 is one percent too fast.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Whether it acts in a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    public bool ActsIn(long timestep) => timestep >= From && timestep <= Until;
}
