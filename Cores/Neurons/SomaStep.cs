namespace Ganglion.Cores.Neurons;

/// <summary>What happened in the update of one compartment.</summary>
/// <param name="Spiked">The compartment fired.</param>
/// <param name="Active">It had input, bias, current or potential.</param>
/// <param name="Changed">Its state differs from before.</param>
public readonly record struct SomaStep(bool Spiked, bool Active, bool Changed);
