using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>Fan-out of compartments or sources: who is told of a spike.</summary>
/// <remarks>The entries of neuron i are <c>First[i] … First[i + 1] − 1</c>, ordered by destination core.</remarks>
[ProtoContract]
public sealed record AxonTable
{
    /// <summary>First entry of every neuron, and the number of entries at the end; length neurons + 1.</summary>
    [ProtoMember(1, IsPacked = true)]
    public required int[] First { get; init; } = [];

    /// <summary>Destination of every entry, as index into <see cref="ChipImage.Cores"/>.</summary>
    [ProtoMember(2, IsPacked = true)]
    public required int[] Core { get; init; } = [];

    /// <summary>Axon in at the destination of every entry.</summary>
    [ProtoMember(3, IsPacked = true)]
    public required int[] Axon { get; init; } = [];

    /// <summary>Delay of every entry beyond the one timestep that every spike takes, in timesteps; empty when no axon has a delay.</summary>
    [ProtoMember(4, IsPacked = true)]
    public int[] Delay { get; init; } = [];
}
