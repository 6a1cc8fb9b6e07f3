using System.Runtime.Intrinsics;

namespace Ganglion.Cores.Neurons;

/// <summary>What happened in the update of eight compartments.</summary>
public struct SomaLanes
{
    /// <summary>Bit i is set when compartment first + i fired.</summary>
    public uint Spiked;

    /// <summary>Bit i is set when compartment first + i was active.</summary>
    public uint Active;

    /// <summary>Differs from zero when some state changed; gathered over the whole core.</summary>
    public Vector256<int> Changed;
}
