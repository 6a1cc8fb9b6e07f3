namespace Ganglion.Compiler.Networks;

/// <summary>Neurons of Xylo, given as register values.</summary>
/// <remarks>
/// A dash d makes a state lose itself » d in every timestep, and at least 1 towards 0. Receptor 0 feeds the first synapse state, receptor 1
/// the second. Semantics: docs/chips/xylo-a2.md.
/// </remarks>
public sealed record XyloNeurons : NeuronParameters
{
    /// <summary>Dash of the first synapse state, 0 to 15; with 0 its input is gone before it acts.</summary>
    public IReadOnlyList<int> SynapseDash { get; init; } = [3];

    /// <summary>Dash of the second synapse state, 0 to 15.</summary>
    public IReadOnlyList<int> SecondSynapseDash { get; init; } = [3];

    /// <summary>Dash of the membrane potential, 0 to 15.</summary>
    public IReadOnlyList<int> MembraneDash { get; init; } = [4];

    /// <summary>Threshold, 1 to 32,767; a spike subtracts it.</summary>
    public IReadOnlyList<int> Threshold { get; init; } = [1000];

    /// <summary>Added to the potential in every timestep, −32,768 to 32,767.</summary>
    public IReadOnlyList<int> Bias { get; init; } = [0];

    /// <summary>Neuron of the same population that gets the spikes of this one in addition to its own; −1 for none.</summary>
    public IReadOnlyList<int> Alias { get; init; } = [-1];

    /// <inheritdoc/>
    public override int Receptors => 2;
}
