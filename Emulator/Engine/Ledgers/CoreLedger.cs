using Ganglion.ChipSpec.Identifiers;
using Ganglion.Cores;

namespace Ganglion.Emulator.Ledgers;

/// <summary>What one core did.</summary>
/// <param name="Core">Physical core.</param>
/// <param name="Counters">Its counts.</param>
/// <param name="Messages">Spikes that it sent to each destination core.</param>
public sealed record CoreLedger(CoreId Core, CoreCounters Counters, IReadOnlyList<(CoreId Destination, long Count)> Messages)
{
    /// <summary>Hops of its multicast messages, which take every link once; <see langword="null"/> where each destination has a message of its own.</summary>
    public (long EastWest, long NorthSouth, long BetweenChips)? TreeHops { get; init; }
}
