namespace Ganglion.Compiler.Networks;

/// <summary>A population whose spikes come from outside the cores.</summary>
/// <remarks>A source that fires in timestep t acts in timestep t + delay, as a neuron does; it may fire in timestep 0.</remarks>
public sealed record SourcePopulation : Population
{
    /// <summary>Where its spikes come from.</summary>
    public required SpikeSource Source { get; init; }
}
