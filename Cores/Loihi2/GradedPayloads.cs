using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;

namespace Ganglion.Cores.Loihi2;

/// <summary>Clips payloads to their width; with a width of 0 every spike carries 1.</summary>
internal readonly struct GradedPayloads
{
    private readonly int[] _smallest;
    private readonly int[] _largest;

    /// <summary>Prepares the limits.</summary>
    /// <param name="bits">Width of every compartment's payload, 0 to 32.</param>
    public GradedPayloads(int[] bits)
    {
        _largest = [.. bits.Select(width => width == 0 ? 1 : int.MaxValue >> (32 - width))];
        _smallest = [.. bits.Select(width => width == 0 ? 1 : -(int.MaxValue >> (32 - width)) - 1)];
    }

    /// <summary>What neighbouring compartments send; 0 stays 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Clip<TLanes>(TLanes payload, int first)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes wrapped = TLanes.Wrap(payload);
        TLanes clipped = TLanes.Min(TLanes.Max(wrapped, TLanes.Load(_smallest, first)), TLanes.Load(_largest, first));
        return TLanes.Select(TLanes.IsZero(wrapped), default, clipped);
    }
}
