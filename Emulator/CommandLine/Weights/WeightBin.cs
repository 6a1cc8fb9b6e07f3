namespace Ganglion.CommandLine.Weights;

/// <summary>How many weights lie within a range.</summary>
/// <param name="From">Smallest weight of the range.</param>
/// <param name="To">Largest weight of the range.</param>
/// <param name="Count">Synapses with such a weight.</param>
internal sealed record WeightBin(int From, int To, long Count);
