using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Applies a rule to a batch of synapses, eight at a time.</summary>
/// <remarks>
/// For each variable z, from the variables as they were before:
/// <code>
/// acc = z · 2^7
/// acc = clip(acc + clip((mantissa · Π operands) » right « left))     for each product, −32,769 to 32,767
/// acc is held at 0 on the wrong side of a one-sided sign
/// z'  = (acc » 7) + (draw &lt; acc mod 2^7)                              draw uniform, 0 to 127
/// </code>
/// then z' is clipped to its range. Semantics: docs/learning.md.
/// </remarks>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal readonly struct RuleEvaluator<TDraws>
    where TDraws : struct, ILearningDraws
{
    private const int AccumulatorMinimum = -32_769;
    private const int AccumulatorMaximum = 32_767;

    // Any odd constant keeps the draws of a synapse's variables apart.
    private const uint VariableKey = 0x9E3779B1;

    private readonly RuleProgram _program;
    private readonly PlasticSign _sign;
    private readonly TDraws _draws;

    /// <summary>Makes the evaluator of a projection.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="sign">Which weights learning can reach.</param>
    /// <param name="draws">Where the draws come from.</param>
    public RuleEvaluator(RuleProgram program, PlasticSign sign, TDraws draws) => (_program, _sign, _draws) = (program, sign, draws);

    /// <summary>Changes the variables of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="count">Synapses in it.</param>
    /// <param name="source">Whether the source neurons have fired.</param>
    /// <param name="epoch">Whether the gate u is open.</param>
    /// <param name="number">The learning epoch.</param>
    public void Apply(SynapseBatch batch, int count, bool source, bool epoch, long number)
    {
        foreach (RuleSection section in _program.Sections)
        {
            ReadOnlySpan<LaidProduct> products = source && epoch
                ? section.Products
                : source ? section.WithoutEpoch : epoch ? section.WithoutSource : section.TargetOnly;
            ref int variable = ref MemoryMarshal.GetArrayDataReference(batch.Variables[(int)section.Target]);
            (int minimum, int maximum, int lowest, int highest) = Ranges(section.Target);
            for (int first = 0; first < count; first += SynapseBatch.Lanes)
            {
                Vector256<int> sum = Vector256.LoadUnsafe(ref variable, (nuint)first) << RuleProgram.FractionBits;
                foreach (LaidProduct product in products)
                {
                    sum = Clip(sum + Value(product, batch, first), AccumulatorMinimum, AccumulatorMaximum);
                }

                sum = Clip(sum, minimum, maximum);
                Vector256<uint> keys = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(batch.Keys), (nuint)first);
                Vector256<int> draws = _draws.Rounding(keys + Vector256.Create((uint)section.Target * VariableKey), number);
                Vector256<int> fraction = sum & Vector256.Create((1 << RuleProgram.FractionBits) - 1);
                Vector256<int> rounded = (sum >> RuleProgram.FractionBits) - Vector256.LessThan(draws, fraction);
                Clip(rounded, lowest, highest).StoreUnsafe(ref variable, (nuint)first);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Value(LaidProduct product, SynapseBatch batch, int first)
    {
        Vector256<int> value = Vector256.Create(product.Mantissa);
        foreach (int operand in product.Operands)
        {
            value *= Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(batch.Operands[operand]), (nuint)first);
        }

        value = Clip((value >> product.Right) << product.Left, AccumulatorMinimum, AccumulatorMaximum);
        return product.Gate == RuleGate.TargetSpike
            ? value & Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(batch.TargetFired), (nuint)first)
            : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Clip(Vector256<int> value, int minimum, int maximum) =>
        Vector256.Min(Vector256.Max(value, Vector256.Create(minimum)), Vector256.Create(maximum));

    /// <summary>Limits of the accumulator and of the variable.</summary>
    private (int Minimum, int Maximum, int Lowest, int Highest) Ranges(RuleTarget target) => (target, _sign) switch
    {
        (RuleTarget.Delay, _) => (0, AccumulatorMaximum, 0, 255),
        (RuleTarget.Tag, _) => (AccumulatorMinimum, AccumulatorMaximum, -257, 255),
        (_, PlasticSign.Excitatory) => (0, AccumulatorMaximum, 0, 255),
        (_, PlasticSign.Inhibitory) => (AccumulatorMinimum, 0, -255, 0),
        _ => (AccumulatorMinimum, AccumulatorMaximum, -256, 255),
    };
}
