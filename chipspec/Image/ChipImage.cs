using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>What the compiler emits and the emulator loads: a network laid out on the cores of a chip.</summary>
[ProtoContract]
public sealed record ChipImage
{
    /// <summary>Name of the network.</summary>
    [ProtoMember(1)]
    public required string NetworkName { get; init; } = "";

    /// <summary>Hash of the network that was compiled, hexadecimal.</summary>
    [ProtoMember(2)]
    public required string NetworkHash { get; init; } = "";

    /// <summary>The chip specification, as YAML text, so that an image stands alone.</summary>
    [ProtoMember(3)]
    public required string ChipSpec { get; init; } = "";

    /// <summary>Duration of a timestep in the network's own time, in seconds; <see langword="null"/> when it has none.</summary>
    [ProtoMember(4)]
    public double? TimestepSeconds { get; init; }

    // The decoder fills the lists that are there, so they start as lists that it can add to.
    /// <summary>Populations in the order of the network; their neurons are numbered one after the other.</summary>
    [ProtoMember(5)]
    public IReadOnlyList<PopulationImage> Populations { get; init; } = new List<PopulationImage>();

    /// <summary>Cores in use, ordered by <see cref="CoreImage.Core"/>.</summary>
    [ProtoMember(6, DataFormat = DataFormat.Group)]
    public IReadOnlyList<CoreImage> Cores { get; init; } = new List<CoreImage>();

    /// <summary>Spike sources, in the order of the network.</summary>
    [ProtoMember(7)]
    public IReadOnlyList<SourceImage> Sources { get; init; } = new List<SourceImage>();

    /// <summary>Projections that learn, in the order of the network.</summary>
    [ProtoMember(8)]
    public IReadOnlyList<ProjectionImage> Plastic { get; init; } = new List<ProjectionImage>();
}
