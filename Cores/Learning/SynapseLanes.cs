using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Eight synapses: their variables, their keys, and the packed traces of the neurons at their other ends.</summary>
internal struct SynapseLanes
{
    /// <summary>Packed traces; see <see cref="TraceBank{TDraws}.Packed"/>.</summary>
    public Vector256<int> Packed;

    /// <summary>Keys of the draws.</summary>
    public Vector256<uint> Keys;

    /// <summary>Weights.</summary>
    public Vector256<int> Weight;

    /// <summary>Delay variables.</summary>
    public Vector256<int> Delay;

    /// <summary>Tags.</summary>
    public Vector256<int> Tag;

    /// <summary>The values of a factor that is not the same for all lanes.</summary>
    /// <param name="factor">The factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<int> Of(RuleFactor factor)
    {
        Vector256<int> value = factor.Variable switch
        {
            RuleVariable.X1 or RuleVariable.Y1 => Packed & Vector256.Create(PackedTraces.Mask),
            RuleVariable.X2 or RuleVariable.Y2 => (Packed >> PackedTraces.Bits) & Vector256.Create(PackedTraces.Mask),
            RuleVariable.Y3 => (Packed >> (2 * PackedTraces.Bits)) & Vector256.Create(PackedTraces.Mask),
            RuleVariable.Weight => Weight,
            RuleVariable.Delay => Delay,
            RuleVariable.Tag => Tag,
            _ => Packed >>> 31,
        };
        return factor.Constant == 0 && !factor.IsSign ? value : Transform(factor, value);
    }

    /// <summary>A variable that a rule changes.</summary>
    /// <param name="target">The variable.</param>
    public readonly Vector256<int> this[RuleTarget target]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => target switch
        {
            RuleTarget.Weight => Weight,
            RuleTarget.Delay => Delay,
            _ => Tag,
        };
    }

    private static Vector256<int> Transform(RuleFactor factor, Vector256<int> value)
    {
        value += Vector256.Create(factor.Constant);
        if (factor.IsSign)
        {
            return Vector256.LessThan(value, Vector256<int>.Zero) - Vector256.GreaterThan(value, Vector256<int>.Zero);
        }

        int limit = 1 << PackedTraces.WidthOf(factor.Variable);
        return Vector256.Min(Vector256.Max(value, Vector256.Create(-limit)), Vector256.Create(limit - 1));
    }
}
