namespace Ganglion.Compiler.Networks;

/// <summary>A population of neurons, each of which takes compartments of a core.</summary>
public sealed record NeuronPopulation : Population
{
    /// <summary>Neuron model and parameters.</summary>
    public required NeuronParameters Neurons { get; init; }

    /// <summary>Physical core of each neuron, length <see cref="Population.Count"/>, where the user pins them; otherwise <see langword="null"/>.</summary>
    public IReadOnlyList<int>? PinnedCores { get; init; }
}
