using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>A projection that learns, as reports and state files name it.</summary>
[ProtoContract]
public sealed record ProjectionImage
{
    /// <summary>Index of the projection in the network.</summary>
    [ProtoMember(1)]
    public required int Projection { get; init; }

    /// <summary>Name.</summary>
    [ProtoMember(2)]
    public required string Name { get; init; } = "";

    /// <summary>Index of the source population.</summary>
    [ProtoMember(3)]
    public required int Source { get; init; }

    /// <summary>Index of the target population.</summary>
    [ProtoMember(4)]
    public required int Target { get; init; }
}
