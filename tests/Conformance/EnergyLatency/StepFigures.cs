namespace Ganglion.Conformance.Tests.EnergyLatency;

/// <summary>What a timestep costs; <see langword="null"/> where no figure is known.</summary>
/// <param name="Seconds">Duration by the <c>simple</c> timing model.</param>
/// <param name="Synapse">Energy of the synapses, in joule.</param>
/// <param name="Soma">Energy of the somas, in joule.</param>
/// <param name="Network">Energy of axons and hops, in joule.</param>
/// <param name="Total">All of it, in joule.</param>
internal sealed record StepFigures(double Seconds, double? Synapse = null, double? Soma = null, double? Network = null, double? Total = null);
