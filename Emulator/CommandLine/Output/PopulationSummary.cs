namespace Ganglion.CommandLine.Output;

/// <summary>Spikes of a population.</summary>
internal sealed record PopulationSummary(string Name, int Neurons, bool Source, bool Output, long Spikes);
