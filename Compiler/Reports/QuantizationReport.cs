namespace Ganglion.Compiler.Reports;

/// <summary>What the chip's integers cost, by population and projection.</summary>
/// <param name="Populations">One entry per population of neurons, in the order of the network.</param>
/// <param name="Projections">One entry per projection, in the order of the network.</param>
public sealed record QuantizationReport(
    IReadOnlyList<PopulationQuantization> Populations,
    IReadOnlyList<ProjectionQuantization> Projections);
