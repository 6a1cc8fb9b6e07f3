using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>Consecutive neurons of one population in consecutive compartments of a core.</summary>
[ProtoContract]
public sealed record CompartmentRun
{
    /// <summary>Index into <see cref="ChipImage.Populations"/>.</summary>
    [ProtoMember(1)]
    public required int Population { get; init; }

    /// <summary>First neuron, counted within its population.</summary>
    [ProtoMember(2)]
    public required int FirstNeuron { get; init; }

    /// <summary>Compartment of the first neuron.</summary>
    [ProtoMember(3)]
    public required int FirstCompartment { get; init; }

    /// <summary>Number of neurons.</summary>
    [ProtoMember(4)]
    public required int Count { get; init; }
}
