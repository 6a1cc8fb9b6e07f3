namespace Ganglion.Cores.Xylo;

/// <summary>What happened in the update of one compartment of Xylo.</summary>
/// <param name="Spikes">Number of spikes, those given by an alias included.</param>
/// <param name="Active">It had input, bias or state.</param>
/// <param name="Changed">Its state differs from before.</param>
public readonly record struct XyloStep(int Spikes, bool Active, bool Changed);
