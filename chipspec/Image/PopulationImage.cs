using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>A population of neurons or spike sources, as the user named it.</summary>
[ProtoContract]
public sealed record PopulationImage
{
    /// <summary>Name in the network.</summary>
    [ProtoMember(1)]
    public required string Name { get; init; } = "";

    /// <summary>Logical id of its first neuron; ids run through all populations.</summary>
    [ProtoMember(2)]
    public required int FirstNeuron { get; init; }

    /// <summary>Number of neurons.</summary>
    [ProtoMember(3)]
    public required int Count { get; init; }

    /// <summary>Shape, outermost dimension first; its product is <see cref="Count"/>.</summary>
    [ProtoMember(4)]
    public int[] Shape { get; init; } = [];

    /// <summary>Whether the population is a spike source rather than neurons.</summary>
    [ProtoMember(5)]
    public bool IsSource { get; init; }

    /// <summary>Whether the network names it as an output.</summary>
    [ProtoMember(6)]
    public bool IsOutput { get; init; }

    /// <summary>Value of one unit of weight·2^6 in the network's own unit of potential; <see langword="null"/> for populations given in integers.</summary>
    /// <remarks>Multiply u or v by it to compare with the float reference.</remarks>
    [ProtoMember(7)]
    public double? PotentialScale { get; init; }
}
