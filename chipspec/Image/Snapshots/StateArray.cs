using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Snapshots;

/// <summary>An array of integers that is state.</summary>
[ProtoContract]
public sealed record StateArray
{
    /// <summary>Name, as messages give it.</summary>
    [ProtoMember(1)]
    public required string Name { get; init; } = "";

    /// <summary>Bytes of an element: 1, 2, 4 or 8.</summary>
    [ProtoMember(2)]
    public required int Width { get; init; }

    /// <summary>The elements, little-endian, without gaps.</summary>
    [ProtoMember(3)]
    public required byte[] Values { get; init; } = [];
}
