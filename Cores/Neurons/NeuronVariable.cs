namespace Ganglion.Cores.Neurons;

/// <summary>A column of a neuron model.</summary>
/// <param name="Name">Name in images and probes, e.g. <c>v</c>.</param>
/// <param name="IsState">Whether it is state that the model changes; otherwise a parameter.</param>
/// <param name="Default">Value where an image gives none.</param>
/// <param name="Padding">Value for compartments that exist only to fill a vector; must keep them silent and unchanged.</param>
public sealed record NeuronVariable(string Name, bool IsState, int Default, int Padding);
