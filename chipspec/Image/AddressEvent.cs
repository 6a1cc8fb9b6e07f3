namespace Ganglion.ChipSpec.Image;

/// <summary>What the router carries: an axon of a core that fires, and how often or how strongly.</summary>
/// <param name="Core">Index of the destination core in <see cref="ChipImage.Cores"/>.</param>
/// <param name="Axon">Axon in at the destination core; the index of its synapse row.</param>
/// <param name="Payload">1 unless the spike is graded.</param>
/// <param name="Delay">Timesteps that the axon adds to the one that every spike takes.</param>
public readonly record struct AddressEvent(int Core, int Axon, int Payload, int Delay = 0);
