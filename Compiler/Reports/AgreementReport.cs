namespace Ganglion.Compiler.Reports;

/// <summary>How the network behaves in the integers of the chip, compared with floating point, on samples of its input.</summary>
public sealed record AgreementReport
{
    /// <summary>Number of samples.</summary>
    public required int Samples { get; init; }

    /// <summary>Populations of neurons, in the order of the network.</summary>
    public required IReadOnlyList<LayerAgreement> Layers { get; init; }

    /// <summary>Share of the samples for which the same output neuron fires most; <see langword="null"/> where the output never fires.</summary>
    public required double? AnsweredAlike { get; init; }

    /// <summary>Number of samples with a label.</summary>
    public required int Labelled { get; init; }

    /// <summary>Share of the labelled samples answered as labelled in floating point; <see langword="null"/> without labels.</summary>
    public required double? ReferenceAccuracy { get; init; }

    /// <summary>Share of the labelled samples answered as labelled on the chip; <see langword="null"/> without labels.</summary>
    public required double? ChipAccuracy { get; init; }
}
