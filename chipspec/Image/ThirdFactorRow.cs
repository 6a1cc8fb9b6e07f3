using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>An axon in whose spikes drive a trace of compartments, such as a reward.</summary>
[ProtoContract]
public sealed record ThirdFactorRow
{
    /// <summary>The axon; its synapse row is empty.</summary>
    [ProtoMember(1)]
    public required int Axon { get; init; }

    /// <summary>Trace: 0 for y1, 1 for y2, 2 for y3.</summary>
    [ProtoMember(2)]
    public required int Trace { get; init; }

    /// <summary>Compartments that the axon reaches, ascending.</summary>
    [ProtoMember(3, IsPacked = true)]
    public required int[] Compartments { get; init; } = [];

    /// <summary>What a spike of payload 1 brings to each of <see cref="Compartments"/>, 0 to 127.</summary>
    [ProtoMember(4, IsPacked = true)]
    public required int[] Amounts { get; init; } = [];
}
