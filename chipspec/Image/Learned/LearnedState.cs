using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>What a network has learned: weight, tag and delay variable of every plastic synapse.</summary>
/// <remarks>
/// It does not depend on the placement, so that an image of the same network on other cores takes it. Traces, membranes and spikes under
/// way are not part of it: what starts from it starts from rest, with what was learned.
/// </remarks>
[ProtoContract]
public sealed record LearnedState
{
    /// <summary>Name of the network.</summary>
    [ProtoMember(1)]
    public required string NetworkName { get; init; } = "";

    /// <summary>Hash of the network that learned, hexadecimal.</summary>
    [ProtoMember(2)]
    public required string NetworkHash { get; init; } = "";

    /// <summary>Timesteps of learning that led to it, over all runs that continued each other.</summary>
    [ProtoMember(3)]
    public required long Timesteps { get; init; }

    // The decoder fills the list that is there, so it starts as a list that it can add to.
    /// <summary>The plastic projections, in the order of the network.</summary>
    [ProtoMember(4)]
    public required IReadOnlyList<LearnedProjection> Projections { get; init; } = new List<LearnedProjection>();

    /// <summary>What an image starts from.</summary>
    /// <param name="image">An image that <see cref="Files.ChipImageCheck"/> accepts.</param>
    public static LearnedState Of(ChipImage image) => new()
    {
        NetworkName = image.NetworkName,
        NetworkHash = image.NetworkHash,
        Timesteps = 0,
        Projections = [.. image.Plastic.Select(projection => LearnedProjection.Of(image, projection))],
    };
}
