namespace Ganglion.Compiler.Reports;

/// <summary>How well a network fits a chip.</summary>
public sealed record MappingQuality
{
    /// <summary>Cores in use.</summary>
    public required int Cores { get; init; }

    /// <summary>Tiles in use.</summary>
    public required int Tiles { get; init; }

    /// <summary>Synapses, before sharing.</summary>
    public required long Synapses { get; init; }

    /// <summary>Messages when every neuron fires once: the axons out of all cores.</summary>
    public required long Axons { get; init; }

    /// <summary>Messages among them that leave the core of their source.</summary>
    public required long CutAxons { get; init; }

    /// <summary>Hops between tiles when every neuron fires once.</summary>
    public required long SpikeHops { get; init; }

    /// <summary>Messages that leave the core of their source, per timestep; when no activity is known, when every neuron fires once.</summary>
    public required double CutTraffic { get; init; }

    /// <summary>Hops between tiles by the chip's own routing, per timestep; when no activity is known, when every neuron fires once.</summary>
    public required double WeightedHops { get; init; }

    /// <summary>Messages over the busiest link, in one direction, likewise.</summary>
    public required double PeakLinkLoad { get; init; }

    /// <summary>Mean of the links that carry anything, likewise.</summary>
    public required double MeanLinkLoad { get; init; }

    /// <summary>What router tables take; <see langword="null"/> on chips without them.</summary>
    public RouterTableCost? RouterTables { get; init; }

    /// <summary>How far every limited resource of a core is used.</summary>
    public required IReadOnlyList<ResourceUtilization> Utilization { get; init; }
}
