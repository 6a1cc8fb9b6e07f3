using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>Values of one parameter or initial state variable of a core's compartments.</summary>
[ProtoContract]
public sealed record ParameterColumn
{
    /// <summary>Name that the neuron model gives it, e.g. <c>threshold</c>.</summary>
    [ProtoMember(1)]
    public required string Name { get; init; } = "";

    /// <summary>One value per compartment, or a single value for all.</summary>
    [ProtoMember(2, IsPacked = true)]
    public required int[] Values { get; init; } = [];
}
