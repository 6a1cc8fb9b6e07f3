namespace Ganglion.Compiler.Networks;

/// <summary>Model and parameters of a population: in physical units (<see cref="CurrentBasedNeurons"/>) or in a chip's registers (<see cref="LoihiNeurons"/>).</summary>
/// <remarks>Every list holds one value per neuron, or a single value for all.</remarks>
public abstract record NeuronParameters;
