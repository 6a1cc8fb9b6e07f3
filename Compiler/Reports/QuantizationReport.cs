namespace Ganglion.Compiler.Reports;

/// <summary>What the chip's integers cost the network.</summary>
/// <param name="Populations">Neuron populations, in the order of the network.</param>
/// <param name="Projections">Projections, in the order of the network.</param>
public sealed record QuantizationReport(
    IReadOnlyList<PopulationQuantization> Populations,
    IReadOnlyList<ProjectionQuantization> Projections)
{
    /// <summary>What calibration measured and chose; <see langword="null"/> without samples.</summary>
    public CalibrationReport? Calibration { get; init; }
}
