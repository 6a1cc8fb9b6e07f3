namespace Ganglion.Compiler.Reports;

/// <summary>How a population behaves on the chip, compared with floating point, over all samples.</summary>
public sealed record LayerAgreement
{
    /// <summary>Name of the population.</summary>
    public required string Name { get; init; }

    /// <summary>Spikes in floating point.</summary>
    public required long ReferenceSpikes { get; init; }

    /// <summary>Spikes on the chip.</summary>
    public required long ChipSpikes { get; init; }

    /// <summary>Sum over samples and neurons of how far the number of spikes is off, per spike in floating point; <see langword="null"/> without any.</summary>
    public required double? CountError { get; init; }

    /// <summary>Spikes that only one of the two fires in that timestep, per spike in floating point; <see langword="null"/> without any.</summary>
    public required double? MovedSpikes { get; init; }

    /// <summary>Correlation of the numbers of spikes of all neurons and samples, −1 to 1; <see langword="null"/> where they do not vary.</summary>
    public required double? Correlation { get; init; }

    /// <summary>Neurons that fire in floating point and never on the chip.</summary>
    public required int DeadNeurons { get; init; }

    /// <summary>Neurons that fire on the chip in more than half of the timesteps and in floating point in no more than a quarter.</summary>
    public required int SaturatedNeurons { get; init; }
}
