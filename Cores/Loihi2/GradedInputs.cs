using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;

namespace Ganglion.Cores.Loihi2;

/// <summary>From the sums of a port to the input of the neuron model: the weight exponent, which rounds towards −∞ where it is negative.</summary>
internal readonly struct GradedInputs
{
    private readonly int[] _left;
    private readonly int[] _right;

    /// <summary>Splits exponents into shifts.</summary>
    /// <param name="exponents">One exponent per compartment, −31 to 31.</param>
    public GradedInputs(int[] exponents)
    {
        _left = [.. exponents.Select(exponent => Math.Max(exponent, 0))];
        _right = [.. exponents.Select(exponent => Math.Max(-exponent, 0))];
    }

    /// <summary>Inputs of neighbouring compartments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of<TLanes>(ReadOnlySpan<int> sums, int first)
        where TLanes : struct, ILanes<TLanes> =>
        (TLanes.Load(sums, first) << TLanes.Load(_left, first)) >> TLanes.Load(_right, first);
}
