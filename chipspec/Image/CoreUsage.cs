using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>What a core of the chip would spend on its share of the network.</summary>
[ProtoContract]
public sealed record CoreUsage
{
    /// <summary>Compartments.</summary>
    [ProtoMember(1)]
    public required int Compartments { get; init; }

    /// <summary>Incoming axons.</summary>
    [ProtoMember(2)]
    public required int InAxons { get; init; }

    /// <summary>Outgoing axons.</summary>
    [ProtoMember(3)]
    public required int OutAxons { get; init; }

    /// <summary>Synapse memory by the chip's packing rule, in bits.</summary>
    [ProtoMember(4)]
    public required long SynapseMemoryBits { get; init; }

    /// <summary>Distinct compartment configurations.</summary>
    [ProtoMember(5)]
    public required int CompartmentConfigurations { get; init; }

    /// <summary>Distinct thresholds.</summary>
    [ProtoMember(6)]
    public required int ThresholdConfigurations { get; init; }

    /// <summary>Distinct synapse formats.</summary>
    [ProtoMember(7)]
    public required int SynapseConfigurations { get; init; }

    /// <summary>Synapses, before sharing.</summary>
    [ProtoMember(8)]
    public required long Synapses { get; init; }
}
