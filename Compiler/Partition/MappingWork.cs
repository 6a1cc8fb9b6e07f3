namespace Ganglion.Compiler.Partition;

/// <summary>How much a mapper may do: rounds and steps by the effort, and an end from outside.</summary>
/// <param name="Effort">The effort.</param>
/// <param name="End">Ends everything early, with the best so far.</param>
internal sealed record MappingWork(MappingEffort Effort, CancellationToken End)
{
    /// <summary>Whether the end has come.</summary>
    public bool IsOver => End.IsCancellationRequested;

    /// <summary>Sweeps of a refinement, on every level.</summary>
    public int Sweeps => Effort switch { MappingEffort.Quick => 3, MappingEffort.Normal => 8, _ => 20 };

    /// <summary>Vertices that are tried for an exchange with one whose part is full.</summary>
    public int PartnersTried => Effort == MappingEffort.Quick ? 2 : 8;

    /// <summary>Pins beyond which a division looks at a sample of the edges before it looks at all.</summary>
    public int MostPins => Effort switch { MappingEffort.Quick => 12_000_000, MappingEffort.Normal => 50_000_000, _ => int.MaxValue };

    /// <summary>Rounds of placement and refinement by hops.</summary>
    public int Rounds => Effort switch { MappingEffort.Quick => 1, MappingEffort.Normal => 3, _ => 6 };

    /// <summary>Starts from scratch.</summary>
    public int Starts => Effort switch { MappingEffort.Quick => 1, MappingEffort.Normal => 2, MappingEffort.Best => 6, _ => int.MaxValue };

    /// <summary>Steps for every neuron of a network small enough for <see cref="Place.SmallNetworkSearch"/>.</summary>
    public int StepsPerVertex => Effort switch { MappingEffort.Quick => 0, MappingEffort.Normal => 200, _ => 1500 };

    /// <summary>Exchanges that a placement tries for every part.</summary>
    public int ExchangesPerPart => Effort switch { MappingEffort.Quick => 500, MappingEffort.Normal => 4000, _ => 20_000 };
}
