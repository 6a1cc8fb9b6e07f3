namespace Ganglion.Compiler.Networks;

/// <summary>Model and parameters of a population: in physical units (<see cref="CurrentBasedNeurons"/>) or in a chip's registers (<see cref="LoihiNeurons"/>, <see cref="Loihi2Neurons"/>, <see cref="OdinNeurons"/>, <see cref="XyloNeurons"/>).</summary>
/// <remarks>Every list holds one value per neuron, or a single value for all.</remarks>
public abstract record NeuronParameters
{
    /// <summary>Receptors that a neuron has, each of which gathers its own input; at least 1.</summary>
    public virtual int Receptors => 1;
}
