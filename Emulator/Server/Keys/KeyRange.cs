namespace Ganglion.Server.Keys;

/// <summary>The keys of a population: the key of a neuron is the base key plus its place in the population.</summary>
/// <param name="Population">Index among the image's populations.</param>
/// <param name="Name">Name of the population.</param>
/// <param name="BaseKey">Key of its first neuron.</param>
/// <param name="Mask">Bits that are the same in all keys of the range.</param>
/// <param name="Count">Number of neurons.</param>
/// <param name="FirstNeuron">Logical id of the first neuron.</param>
public sealed record KeyRange(int Population, string Name, uint BaseKey, uint Mask, int Count, int FirstNeuron)
{
    /// <summary>Key after the last one.</summary>
    internal long End => (long)BaseKey + Count;
}
