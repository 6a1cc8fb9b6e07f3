namespace Ganglion.Emulator.Ledgers;

/// <summary>Chip time of a run by one price table.</summary>
/// <param name="Table">Name of the price table.</param>
/// <param name="Seconds">Duration of all timesteps, in seconds.</param>
/// <param name="Unpriced">Events that happen on this chip but have no public latency; the duration lacks them.</param>
public sealed record TimeReport(string Table, double Seconds, IReadOnlyList<string> Unpriced);
