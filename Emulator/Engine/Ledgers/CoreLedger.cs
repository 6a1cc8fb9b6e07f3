using Ganglion.ChipSpec.Identifiers;
using Ganglion.Cores;

namespace Ganglion.Emulator.Ledgers;

/// <summary>What one core did.</summary>
/// <param name="Core">Physical core.</param>
/// <param name="Counters">Its counts.</param>
/// <param name="Messages">Messages that it sent to each destination core.</param>
public sealed record CoreLedger(CoreId Core, CoreCounters Counters, IReadOnlyList<(CoreId Destination, long Count)> Messages);
