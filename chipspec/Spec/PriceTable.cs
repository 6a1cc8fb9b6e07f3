namespace Ganglion.ChipSpec.Spec;

/// <summary>A consistent set of energy and latency prices from one source.</summary>
public sealed record PriceTable
{
    /// <summary>Name by which commands refer to the table, e.g. <c>davies2018</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the table is and how far it can be trusted.</summary>
    public required string Description { get; init; }

    /// <summary>Energy per event.</summary>
    public required EventPrices Energy { get; init; }

    /// <summary>Latency per event.</summary>
    public required EventPrices Latency { get; init; }

    /// <summary>Duration of the barrier that ends a timestep, by number of tiles in use, ascending; empty when not public.</summary>
    public IReadOnlyList<BarrierPrice> Barrier { get; init; } = [];

    /// <summary>Which listed barrier stands for a number of tiles between two entries.</summary>
    public BarrierLookup BarrierLookup { get; init; }

    /// <summary>Static power of one chip.</summary>
    public Cost? StaticPower { get; init; }
}
