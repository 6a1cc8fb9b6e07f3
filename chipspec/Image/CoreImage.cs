using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>Everything that one core holds.</summary>
[ProtoContract]
public sealed record CoreImage
{
    /// <summary>Physical core; see <see cref="Identifiers.CoreId"/>.</summary>
    [ProtoMember(1)]
    public required int Core { get; init; }

    /// <summary>Neuron model of the core's compartments, e.g. <c>loihi-cuba-lif</c>.</summary>
    [ProtoMember(2)]
    public required string Model { get; init; } = "";

    /// <summary>Number of compartments in use.</summary>
    [ProtoMember(3)]
    public required int Compartments { get; init; }

    // The decoder fills the lists that are there, so they start as lists that it can add to.
    /// <summary>Which logical neurons the compartments are, run by run, ascending by compartment.</summary>
    /// <remarks>A compartment in no run repeats another one, to reach further axons; its spikes travel, but are not shown as a neuron's.</remarks>
    [ProtoMember(4)]
    public IReadOnlyList<CompartmentRun> Runs { get; init; } = new List<CompartmentRun>();

    /// <summary>Parameters of the compartments, one column per parameter of the model; a column holds one value per compartment, or one for all.</summary>
    [ProtoMember(5)]
    public IReadOnlyList<ParameterColumn> Parameters { get; init; } = new List<ParameterColumn>();

    /// <summary>Synapse rows and their storage; row i belongs to axon in i.</summary>
    [ProtoMember(6, DataFormat = DataFormat.Group)]
    public required SynapseMemory Synapses { get; init; }

    /// <summary>Axons out of the compartments.</summary>
    [ProtoMember(7)]
    public required AxonTable AxonsOut { get; init; }

    /// <summary>Projections onto the core that learn.</summary>
    [ProtoMember(9)]
    public IReadOnlyList<PlasticProjectionImage> Plastic { get; init; } = new List<PlasticProjectionImage>();

    /// <summary>What the chip's core would spend on this, for reports.</summary>
    [ProtoMember(8)]
    public required CoreUsage Usage { get; init; }
}
