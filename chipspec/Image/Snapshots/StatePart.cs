using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Snapshots;

/// <summary>The state of a part of a machine: a core, a source, or what watches the run.</summary>
[ProtoContract]
public sealed record StatePart
{
    /// <summary>Name of the part.</summary>
    [ProtoMember(1)]
    public required string Name { get; init; } = "";

    // The decoder fills the list that is there, so it starts as a list that it can add to.
    /// <summary>Its arrays, in the order in which the part shows them.</summary>
    [ProtoMember(2, DataFormat = DataFormat.Group)]
    public required IReadOnlyList<StateArray> Arrays { get; init; } = new List<StateArray>();
}
