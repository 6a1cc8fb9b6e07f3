namespace Ganglion.Compiler.Fit;

/// <summary>What one population takes, were it alone on the chip.</summary>
/// <param name="Population">Name of the population.</param>
/// <param name="Neurons">Its neurons.</param>
/// <param name="CoresAtLeast">Cores that it takes at least.</param>
/// <param name="BindingResource">The resource that asks for most of them.</param>
public sealed record PopulationDemand(string Population, int Neurons, double CoresAtLeast, string BindingResource);
