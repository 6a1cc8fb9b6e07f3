namespace Ganglion.ChipSpec.Spec;

/// <summary>What a chip is, as data: limits, numerics, mesh, timestep regime and prices.</summary>
/// <remarks>A limit that is <see langword="null"/> does not exist on this chip; a price that is <see langword="null"/> is not public.</remarks>
public sealed record ChipSpec
{
    /// <summary>Name by which commands refer to the chip, e.g. <c>loihi1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, e.g. <c>Intel Loihi (2018)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Arithmetic family, which selects neuron models and lowering, e.g. <c>loihi</c>.</summary>
    public required string Family { get; init; }

    /// <summary>Bibliography: key used by the costs, and the publication it stands for.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>What one core can hold.</summary>
    public required CoreLimits Core { get; init; }

    /// <summary>Formats and packing of synapses.</summary>
    public required SynapseFormat Synapse { get; init; }

    /// <summary>Ranges and widths of a compartment's registers.</summary>
    public required CompartmentFormat Compartment { get; init; }

    /// <summary>Tiles, cores per tile, routing.</summary>
    public required Mesh Mesh { get; init; }

    /// <summary>How timesteps are paced.</summary>
    public required TimestepRegime Timestep { get; init; }

    /// <summary>What the synapses can learn; <see langword="null"/> where they cannot, or where that is not emulated.</summary>
    public LearningFormat? Learning { get; init; }

    /// <summary>How far the emulation goes; <see langword="null"/> where nobody has written it down.</summary>
    public EmulationScope? Emulation { get; init; }

    /// <summary>Named price tables; the first is the default. May be empty.</summary>
    public required IReadOnlyList<PriceTable> Prices { get; init; }
}
