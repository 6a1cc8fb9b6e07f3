using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>A population whose spikes come from outside the cores.</summary>
[ProtoContract]
public sealed record SourceImage
{
    /// <summary>Index into <see cref="ChipImage.Populations"/>.</summary>
    [ProtoMember(1)]
    public required int Population { get; init; }

    /// <summary>Where the spikes come from.</summary>
    [ProtoMember(2)]
    public required SourceKind Kind { get; init; }

    /// <summary>Timesteps of the listed spikes, ascending; a source may fire in timestep 0, which acts in timestep 1.</summary>
    [ProtoMember(3, IsPacked = true)]
    public long[] SpikeTimesteps { get; init; } = [];

    /// <summary>Neuron of every listed spike, within the population; ascending within a timestep; repeats fire several times.</summary>
    [ProtoMember(4, IsPacked = true)]
    public int[] SpikeNeurons { get; init; } = [];

    /// <summary>Probability of a spike per timestep, one per neuron or one for all, 0 to 1 (Poisson sources).</summary>
    [ProtoMember(5, IsPacked = true)]
    public double[] Probability { get; init; } = [];

    /// <summary>Axons out of the source's neurons.</summary>
    [ProtoMember(6)]
    public required AxonTable AxonsOut { get; init; }
}
