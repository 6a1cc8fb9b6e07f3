using Ganglion.Emulator.Sources;

namespace Ganglion.Emulator.Loop;

/// <summary>A spike source with its axons out.</summary>
internal sealed class SourceUnit(int population, SpikeGenerator generator, FanOut fanOut, int firstNeuron)
{
    /// <summary>Its population, by index into those of the image.</summary>
    public int Population { get; } = population;

    /// <summary>What makes the spikes.</summary>
    public SpikeGenerator Generator { get; } = generator;

    /// <summary>Axons out of its neurons.</summary>
    public FanOut FanOut { get; } = fanOut;

    /// <summary>Logical id of its first neuron.</summary>
    public int FirstNeuron { get; } = firstNeuron;
}
