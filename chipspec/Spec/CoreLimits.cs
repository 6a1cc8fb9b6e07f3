namespace Ganglion.ChipSpec.Spec;

/// <summary>What one core can hold; <see langword="null"/> means no limit.</summary>
public sealed record CoreLimits
{
    /// <summary>Compartments (neuron slots) per core.</summary>
    public int? Compartments { get; init; }

    /// <summary>Entries of the table of incoming axons.</summary>
    public int? InAxons { get; init; }

    /// <summary>Entries of the table of outgoing axons; one per spiking neuron and destination core.</summary>
    public int? OutAxons { get; init; }

    /// <summary>Synapse memory, in bits; used as <see cref="SynapsePacking"/> says.</summary>
    public long? SynapseMemoryBits { get; init; }

    /// <summary>Distinct sets of decay, refractory and limit settings.</summary>
    public int? CompartmentConfigurations { get; init; }

    /// <summary>Distinct thresholds.</summary>
    public int? ThresholdConfigurations { get; init; }

    /// <summary>Distinct synapse formats (weight bits, exponent, sign mode, delay bits).</summary>
    public int? SynapseConfigurations { get; init; }

    /// <summary>Synapses that may reach one compartment.</summary>
    public int? FanIn { get; init; }

    /// <summary>Axons in that one neuron may feed, each in one core.</summary>
    public int? Destinations { get; init; }

    /// <summary>Compartments whose spikes leave the chip, beside <see cref="Compartments"/>, where these are apart.</summary>
    public int? OutputCompartments { get; init; }

    /// <summary>Channels by which spikes from outside reach the core, where these are apart from <see cref="InAxons"/>.</summary>
    public int? InputChannels { get; init; }

    /// <summary>Synapses between compartments of the core, where these have a memory of their own.</summary>
    public int? RecurrentSynapses { get; init; }
}
