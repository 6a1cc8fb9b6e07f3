namespace Ganglion.Compiler.Reports;

/// <summary>What the chip's integers cost one population.</summary>
public sealed record PopulationQuantization
{
    /// <summary>Name of the population.</summary>
    public required string Name { get; init; }

    /// <summary>Weight units per unit of potential; <see langword="null"/> for populations given in registers.</summary>
    public double? Scale { get; init; }

    /// <summary>Largest relative error of a threshold, 0 and above.</summary>
    public double ThresholdError { get; init; }

    /// <summary>Largest absolute error of a bias, in units of potential per timestep.</summary>
    public double BiasError { get; init; }

    /// <summary>Neurons that cannot reach their threshold even when all excitatory input arrives in every timestep.</summary>
    public int DeadNeurons { get; init; }

    /// <summary>Neurons whose bias alone makes them fire whenever they may.</summary>
    public int SaturatedNeurons { get; init; }

    /// <summary>Largest sum of contributions of one sign that can meet at a neuron in one timestep, in weight units; above 32,767 it wraps.</summary>
    public long LargestSum { get; init; }

    /// <summary>
    /// Timesteps by which the population runs behind the network, because spikes take a timestep where the network has projections
    /// without delay.
    /// </summary>
    public int PipelineDelay { get; init; }
}
