using Ganglion.ChipSpec.Learning;
using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>The part of a plastic projection that ends on one core: its rule, traces and rows.</summary>
/// <remarks>Synapse arrays hold the rows one after the other, each in the order of its synapse row.</remarks>
[ProtoContract]
public sealed record PlasticProjectionImage
{
    /// <summary>Index of the projection in the network.</summary>
    [ProtoMember(1)]
    public required int Projection { get; init; }

    /// <summary>The learning rule, as text; see <see cref="LearningRule"/>.</summary>
    [ProtoMember(2)]
    public required string Rule { get; init; } = "";

    /// <summary>Timesteps of a learning epoch, 1 to 63.</summary>
    [ProtoMember(3)]
    public required int EpochTimesteps { get; init; }

    /// <summary>Traces x1, x2, y1, y2, y3.</summary>
    [ProtoMember(4)]
    public required IReadOnlyList<TraceImage> Traces { get; init; } = new List<TraceImage>();

    /// <summary>Which weights learning can reach.</summary>
    [ProtoMember(5)]
    public required PlasticSign Sign { get; init; }

    /// <summary>Exponent of the weights: a spike adds <c>weight · 2^exponent</c>, −8 to 7.</summary>
    [ProtoMember(6)]
    public required int WeightExponent { get; init; }

    /// <summary>What the payload of graded spikes does to x1.</summary>
    [ProtoMember(7)]
    public GradedTrace Graded { get; init; }

    /// <summary>The rows.</summary>
    [ProtoMember(8)]
    public required IReadOnlyList<PlasticRow> Rows { get; init; } = new List<PlasticRow>();

    /// <summary>Weights at the beginning, one per synapse, −256 to 255.</summary>
    public required short[] Weights { get; init; } = [];

    /// <summary>Tags at the beginning, −257 to 255; empty when all are 0.</summary>
    public short[] Tags { get; init; } = [];

    /// <summary>Delay variables at the beginning, 0 to 255; empty when all are 0.</summary>
    public short[] Delays { get; init; } = [];

    /// <summary>Axons of third factors.</summary>
    [ProtoMember(12)]
    public IReadOnlyList<ThirdFactorRow> ThirdFactors { get; init; } = new List<ThirdFactorRow>();

    [ProtoMember(9)]
    private byte[] WeightBytes
    {
        get => LittleEndian.FromWeights(Weights);
        init => Weights = LittleEndian.ToWeights(value);
    }

    [ProtoMember(10)]
    private byte[] TagBytes
    {
        get => LittleEndian.FromWeights(Tags);
        init => Tags = LittleEndian.ToWeights(value);
    }

    [ProtoMember(11)]
    private byte[] DelayBytes
    {
        get => LittleEndian.FromWeights(Delays);
        init => Delays = LittleEndian.ToWeights(value);
    }
}
