using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Widths, limits and rounding of the learning engine.</summary>
/// <remarks>
/// For each variable z, from the variables as they were before:
/// <code>
/// acc = max(z · 2^7, −32,769)
/// acc = clip(acc + clip((mantissa · Π operands) » right « left))     for each product, −32,769 to 32,767
/// acc is held at 0 on the wrong side of a one-sided sign
/// z'  = (acc » 7) + (draw &lt; acc mod 2^7)                              draw uniform, 0 to 127
/// </code>
/// then z' is clipped to its range. A variable whose accumulator has not moved keeps its value. Semantics: docs/learning.md.
/// </remarks>
internal static class RuleArithmetic
{
    /// <summary>Fraction bits of an accumulator.</summary>
    public const int FractionBits = 7;

    private const int AccumulatorMinimum = -32_769;
    private const int AccumulatorMaximum = 32_767;

    // Any odd constant keeps the draws of a synapse's variables apart.
    private const uint VariableKey = 0x9E3779B1;

    /// <summary>The accumulator of a variable before any product.</summary>
    /// <param name="variable">The variable.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Begin(Vector256<int> variable) => Vector256.Max(variable << FractionBits, Vector256.Create(AccumulatorMinimum));

    /// <summary>Adds a product to an accumulator.</summary>
    /// <param name="sum">The accumulator.</param>
    /// <param name="product">Mantissa times operands.</param>
    /// <param name="right">Shift that brings the product to 15 bits.</param>
    /// <param name="left">Exponent, with the fraction bits of the accumulator.</param>
    /// <param name="mask">All bits set where the product acts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<int> product, int right, int left, Vector256<int> mask) =>
        Clip(sum + (Clip((product >> right) << left, AccumulatorMinimum, AccumulatorMaximum) & mask), AccumulatorMinimum, AccumulatorMaximum);

    /// <summary>Rounds an accumulator to a variable.</summary>
    /// <typeparam name="TDraws">Where the draws come from.</typeparam>
    /// <param name="before">The variable as it was.</param>
    /// <param name="sum">The accumulator.</param>
    /// <param name="limits">Limits of the variable.</param>
    /// <param name="target">The variable.</param>
    /// <param name="draws">Where the draws come from.</param>
    /// <param name="keys">Keys of the synapses.</param>
    /// <param name="word">Word of the draws in the epoch.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Round<TDraws>(
        Vector256<int> before, Vector256<int> sum, in VariableLimits limits, RuleTarget target, TDraws draws, Vector256<uint> keys, uint word)
        where TDraws : struct, ILearningDraws
    {
        Vector256<int> isMoved = ~Vector256.Equals(sum, Begin(before));
        sum = Clip(sum, limits.AccumulatorMinimum, limits.AccumulatorMaximum);
        Vector256<int> drawn = draws.Rounding(keys + Vector256.Create((uint)target * VariableKey), word);
        Vector256<int> fraction = sum & Vector256.Create((1 << FractionBits) - 1);
        Vector256<int> rounded = Clip((sum >> FractionBits) - Vector256.LessThan(drawn, fraction), limits.Minimum, limits.Maximum);
        return Vector256.ConditionalSelect(isMoved, rounded, before);
    }

    /// <summary>Rounds accumulators to weights; one that has not moved gives its weight again, since weights lie within their limits.</summary>
    /// <typeparam name="TDraws">Where the draws come from.</typeparam>
    /// <param name="sum">The accumulators.</param>
    /// <param name="limits">Limits of the weights.</param>
    /// <param name="draws">Where the draws come from.</param>
    /// <param name="keys">Keys of the synapses.</param>
    /// <param name="word">Word of the draws in the epoch.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> RoundWeight<TDraws>(Vector256<int> sum, in VariableLimits limits, TDraws draws, Vector256<uint> keys, uint word)
        where TDraws : struct, ILearningDraws
    {
        sum = Clip(sum, limits.AccumulatorMinimum, limits.AccumulatorMaximum);
        Vector256<int> drawn = draws.Rounding(keys + Vector256.Create((uint)RuleTarget.Weight * VariableKey), word);
        Vector256<int> fraction = sum & Vector256.Create((1 << FractionBits) - 1);
        return Clip((sum >> FractionBits) - Vector256.LessThan(drawn, fraction), limits.Minimum, limits.Maximum);
    }

    /// <summary>Limits of a variable.</summary>
    /// <param name="target">The variable.</param>
    /// <param name="sign">Which weights learning can reach.</param>
    public static VariableLimits Limits(RuleTarget target, PlasticSign sign) => (target, sign) switch
    {
        (RuleTarget.Delay, _) => new(0, AccumulatorMaximum, 0, 255),
        (RuleTarget.Tag, _) => new(AccumulatorMinimum, AccumulatorMaximum, -257, 255),
        (_, PlasticSign.Excitatory) => new(0, AccumulatorMaximum, 0, 255),
        (_, PlasticSign.Inhibitory) => new(AccumulatorMinimum, 0, -255, 0),
        _ => new(AccumulatorMinimum, AccumulatorMaximum, -256, 255),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Clip(Vector256<int> value, int minimum, int maximum) =>
        Vector256.Min(Vector256.Max(value, Vector256.Create(minimum)), Vector256.Create(maximum));
}
