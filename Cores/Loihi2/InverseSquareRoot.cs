using System.Numerics;
using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Fixed-point inverse square root, base 2^12, by five iterations from a first guess.</summary>
/// <remarks>
/// <code>
/// m = leading zeros of a in 24 bits
/// Y = 2 · int(2^12 / (2^((23 − m − 12) / 2) · 1.238982962));  y = Y » 1;  b = a
/// five times:  b = ((b · Y » 13) · Y) » 13;  Y = 3 · 2^12 − b;  y = y · Y » 13
/// s = y                              64-bit; silent for a ≤ 0, which has no inverse root
/// </code>
/// Source: lava at b6822fb, proc/graded, InvSqrtModelFP, which leaves a ≤ 0 open.
/// </remarks>
public readonly struct InverseSquareRoot : IGradedModel<InverseSquareRoot>
{
    private const int FractionBits = 12;
    private const int InputBits = 24;
    private const int Iterations = 5;
    private const double GuessScale = 1.238982962;

    /// <summary>2·int(…) of the first guess, by the number of the input's highest bit.</summary>
    private static readonly long[] Guesses = [.. Enumerable.Range(0, InputBits).Select(Guess)];

    private static readonly Func<long, long> InverseRoot = input => input <= 0 ? 0 : Invert(input);

    private readonly int[] _y;

    private InverseSquareRoot(CompartmentTable table) => _y = table["y"];

    /// <inheritdoc/>
    public static string Name => "loihi2-inverse-square-root";

    /// <inheritdoc/>
    public static int Ports => 1;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } = [new("y", IsState: true, Default: 0, Padding: 0)];

    /// <inheritdoc/>
    public static InverseSquareRoot Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes old = TLanes.Load(_y, first);
        TLanes y = TLanes.Map(input, InverseRoot);
        y.Store(_y, first);
        return new(y, y ^ old);
    }

    private static long Invert(long input)
    {
        long factor = Guesses[Math.Min(BitOperations.Log2((ulong)input), InputBits - 1)];
        long root = factor >> 1;
        long scaled = input;
        for (int i = 0; i < Iterations; i++)
        {
            scaled = ((scaled * factor >> (FractionBits + 1)) * factor) >> (FractionBits + 1);
            factor = (3L << FractionBits) - scaled;
            root = (root * factor) >> (FractionBits + 1);
        }

        return root;
    }

    /// <summary>Powers of two with half-integer exponents as a product of exact steps, so that every machine gets the same guess.</summary>
    private static long Guess(int highestBit)
    {
        int doubled = highestBit - FractionBits;
        double power = Math.ScaleB((doubled & 1) == 0 ? 1 : Math.Sqrt(2), doubled >> 1);
        return 2 * (long)((1 << FractionBits) / (power * GuessScale));
    }
}
