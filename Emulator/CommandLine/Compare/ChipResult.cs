namespace Ganglion.CommandLine.Compare;

/// <summary>What one chip made of a network.</summary>
internal sealed record ChipResult
{
    /// <summary>Name of the chip; <c>none</c> for floating point.</summary>
    public required string Chip { get; init; }

    /// <summary>Why the chip cannot hold the network; empty when it can. Everything below is then null.</summary>
    public IReadOnlyList<string> Refusal { get; init; } = [];

    /// <summary>Cores in use; null in floating point.</summary>
    public int? Cores { get; init; }

    /// <summary>Synapse memory by the chip's packing rule, in bits; null in floating point.</summary>
    public long? SynapseMemoryBits { get; init; }

    /// <summary>Spikes of all neurons, sources excluded.</summary>
    public long? Spikes { get; init; }

    /// <summary>Spikes of the outputs.</summary>
    public long? OutputSpikes { get; init; }

    /// <summary>Sum over outputs and stretches of the difference in spikes to floating point, divided by the spikes in floating point.</summary>
    public double? OutputDifference { get; init; }

    /// <summary>Share of stretches in which the same output fired most as in floating point.</summary>
    public double? AnsweredAlike { get; init; }

    /// <summary>Share of stretches in which the labelled output fired most; null without labels.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Synaptic events.</summary>
    public long? SynapticEvents { get; init; }

    /// <summary>Chip time of the run, in seconds; null without prices.</summary>
    public double? ChipTime { get; init; }

    /// <summary>Energy of the run, in joule; null without prices.</summary>
    public double? Energy { get; init; }

    /// <summary>Name of the price table; null without prices.</summary>
    public string? Prices { get; init; }

    /// <summary>Hash of all spikes; null when the chip cannot hold the network.</summary>
    public string? SpikeHash { get; init; }
}
