using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>A synapse row that learns.</summary>
[ProtoContract]
public sealed record PlasticRow
{
    /// <summary>Axon in whose row it is.</summary>
    [ProtoMember(1)]
    public required int Axon { get; init; }

    /// <summary>The source neuron, counted within its population.</summary>
    [ProtoMember(2)]
    public required int SourceNeuron { get; init; }
}
