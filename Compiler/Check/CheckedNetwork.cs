using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>A network that the chip does not reject on sight, with what the check learnt about its synapses.</summary>
internal sealed record CheckedNetwork
{
    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>The chip.</summary>
    public required ChipSpec.Spec.ChipSpec Chip { get; init; }

    /// <summary>First logical neuron of every population, and the number of all neurons at the end.</summary>
    public required int[] FirstNeuron { get; init; }

    /// <summary>Index of the source population of every projection.</summary>
    public required int[] SourceOf { get; init; }

    /// <summary>Index of the target population of every projection.</summary>
    public required int[] TargetOf { get; init; }

    /// <summary>What the weights and delays of every projection are like.</summary>
    public required SynapseStatistics[] Statistics { get; init; }

    /// <summary>How large the input of every population can be; <see langword="null"/> for spike sources.</summary>
    public required PopulationInput?[] Inputs { get; init; }

    /// <summary>Timesteps by which every population runs behind the network; see <see cref="PipelineDepth"/>.</summary>
    public required int[] PipelineDelay { get; init; }

    /// <summary>Timesteps added to the delays of every projection, 0 or above unless the projection shortcuts a pipeline.</summary>
    public required int[] DelayShift { get; init; }

    /// <summary>Neurons whose cores the user decided.</summary>
    public required FixedPlaces Decided { get; init; }
}
