namespace Ganglion.CommandLine.Emulation;

/// <summary>A population as a run sees it.</summary>
/// <param name="Name">Name in the network.</param>
/// <param name="FirstNeuron">Logical id of its first neuron.</param>
/// <param name="Count">Number of neurons.</param>
/// <param name="IsSource">Whether it is a spike source.</param>
/// <param name="IsExternal">Whether its spikes are given when the network runs.</param>
/// <param name="IsOutput">Whether its spikes are a result.</param>
internal sealed record PopulationInfo(string Name, int FirstNeuron, int Count, bool IsSource, bool IsExternal, bool IsOutput);
