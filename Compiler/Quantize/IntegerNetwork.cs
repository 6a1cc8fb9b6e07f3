using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>A network in the integers of a chip, not yet on its cores.</summary>
internal sealed record IntegerNetwork
{
    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>The chip.</summary>
    public required ChipSpec.Spec.ChipSpec Chip { get; init; }

    /// <summary>First logical neuron of every population, and the number of all neurons at the end.</summary>
    public required int[] FirstNeuron { get; init; }

    /// <summary>Registers of every population; <see langword="null"/> for spike sources.</summary>
    public required CompartmentRegisters?[] Registers { get; init; }

    /// <summary>Value of one unit of weight·2^6 in the unit of potential of every population; <see langword="null"/> for integers.</summary>
    public required double?[] PotentialScale { get; init; }

    /// <summary>Projections, in the order of the network.</summary>
    public required IntegerProjection[] Projections { get; init; }

    /// <summary>Indices of the projections that leave every population: static ones first, since they share rows, each kind ascending.</summary>
    public required int[][] Outgoing { get; init; }

    /// <summary>What the integers cost.</summary>
    public required QuantizationReport Report { get; init; }

    /// <summary>Neurons whose cores the user decided.</summary>
    public required FixedPlaces Decided { get; init; }

    /// <summary>Number of logical neurons, sources included.</summary>
    public int NeuronCount => FirstNeuron[^1];
}
