using Ganglion.ChipSpec.Learning;
using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>What a plastic projection has learned: the variables of its synapses, in the order of <see cref="PlasticOrder"/>.</summary>
[ProtoContract]
public sealed record LearnedProjection
{
    /// <summary>Name of the projection.</summary>
    [ProtoMember(1)]
    public required string Name { get; init; } = "";

    /// <summary>Which weights learning can reach.</summary>
    [ProtoMember(2)]
    public required PlasticSign Sign { get; init; }

    /// <summary>Exponent of the weights: a spike adds <c>weight · 2^exponent</c>.</summary>
    [ProtoMember(3)]
    public required int WeightExponent { get; init; }

    /// <summary>Value of one unit of the target neurons' potential in the network's own unit, to which weights refer; <see langword="null"/> when it has none.</summary>
    [ProtoMember(4)]
    public double? PotentialScale { get; init; }

    /// <summary>Source neuron of each synapse, counted within its population.</summary>
    public required int[] Sources { get; init; } = [];

    /// <summary>Target neuron of each synapse, counted within its population.</summary>
    public required int[] Targets { get; init; } = [];

    /// <summary>Weights, −256 to 255.</summary>
    public required short[] Weights { get; init; } = [];

    /// <summary>Tags, −257 to 255; empty when all are 0.</summary>
    public short[] Tags { get; init; } = [];

    /// <summary>Delay variables, 0 to 255; empty when all are 0.</summary>
    public short[] Delays { get; init; } = [];

    /// <summary>What a projection of an image starts from.</summary>
    /// <param name="image">An image that <see cref="Files.ChipImageCheck"/> accepts.</param>
    /// <param name="projection">One of its plastic projections.</param>
    public static LearnedProjection Of(ChipImage image, ProjectionImage projection)
    {
        PlasticOrder order = PlasticOrder.Of(image, projection.Projection);
        PlasticProjectionImage[] parts = [.. order.Parts.Select(part => image.Cores[part.Core].Plastic[part.Plastic])];
        return new LearnedProjection
        {
            Name = projection.Name,
            Sign = parts.Length == 0 ? default : parts[0].Sign,
            WeightExponent = parts.Length == 0 ? 0 : parts[0].WeightExponent,
            PotentialScale = image.Populations[projection.Target].PotentialScale,
            Sources = [.. order.Sources],
            Targets = [.. order.Targets],
            Weights = Gather(order, parts, plastic => plastic.Weights),
            Tags = Gather(order, parts, plastic => plastic.Tags),
            Delays = Gather(order, parts, plastic => plastic.Delays),
        };
    }

    private static short[] Gather(PlasticOrder order, PlasticProjectionImage[] parts, Func<PlasticProjectionImage, short[]> variable)
    {
        short[] values = new short[order.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            order.Parts[i].Gather(variable(parts[i]), values);
        }

        return values;
    }

    [ProtoMember(5)]
    private byte[] SourceBytes
    {
        get => LittleEndian.FromIntegers(Sources);
        init => Sources = LittleEndian.ToIntegers(value);
    }

    [ProtoMember(6)]
    private byte[] TargetBytes
    {
        get => LittleEndian.FromIntegers(Targets);
        init => Targets = LittleEndian.ToIntegers(value);
    }

    [ProtoMember(7)]
    private byte[] WeightBytes
    {
        get => LittleEndian.FromWeights(Weights);
        init => Weights = LittleEndian.ToWeights(value);
    }

    [ProtoMember(8)]
    private byte[] TagBytes
    {
        get => LittleEndian.FromWeights(Tags);
        init => Tags = LittleEndian.ToWeights(value);
    }

    [ProtoMember(9)]
    private byte[] DelayBytes
    {
        get => LittleEndian.FromWeights(Delays);
        init => Delays = LittleEndian.ToWeights(value);
    }
}
