using Ganglion.Cores;

namespace Ganglion.Emulator.Loop;

/// <summary>A core with what the event loop keeps for it.</summary>
internal sealed class CoreUnit(int index, Core core, FanOut fanOut, int[] logicalIds)
{
    /// <summary>Stands for the logical neuron of a compartment that only repeats the spikes of another.</summary>
    public const int NoNeuron = -1;

    /// <summary>Index into the image's cores.</summary>
    public int Index { get; } = index;

    /// <summary>The core.</summary>
    public Core Core { get; } = core;

    /// <summary>Axons out of its compartments.</summary>
    public FanOut FanOut { get; } = fanOut;

    /// <summary>Logical neuron of every compartment, or <see cref="NoNeuron"/>.</summary>
    public int[] LogicalIds { get; } = logicalIds;

    /// <summary>Axons that fired in the current timestep.</summary>
    public AxonQueue Queue { get; } = new();

    /// <summary>Counters at the beginning of the current timestep.</summary>
    public CoreCounters Before { get; set; }
}
