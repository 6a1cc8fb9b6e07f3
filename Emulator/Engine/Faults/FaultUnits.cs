namespace Ganglion.Emulator.Faults;

/// <summary>What the faults of each kind are counted in.</summary>
internal static class FaultUnits
{
    /// <summary>The unit of a kind, in the plural.</summary>
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.DeadCore => "core timesteps without update",
        FaultKind.DeadNeuron => "spikes lost",
        FaultKind.StuckNeuron => "spikes added",
        FaultKind.DeadLink or FaultKind.EventLoss => "address events lost",
        FaultKind.WeightBitFlip => "bits flipped",
        FaultKind.EventBitFlip => "address events changed",
        FaultKind.PacketLoss => "packets lost",
        FaultKind.PacketDuplication => "packets duplicated",
        FaultKind.PacketDelay => "packets delayed",
        FaultKind.PacketReordering => "packets reordered",
        FaultKind.StalledClient or FaultKind.VanishedClient => "timesteps and packets without the client",
        _ => "clocks changed",
    };
}
