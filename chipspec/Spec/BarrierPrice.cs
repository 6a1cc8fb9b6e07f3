namespace Ganglion.ChipSpec.Spec;

/// <summary>Duration of the barrier for a number of tiles.</summary>
/// <param name="Tiles">Tiles in use, at least 1.</param>
/// <param name="Latency">Duration.</param>
public sealed record BarrierPrice(int Tiles, Cost Latency);
