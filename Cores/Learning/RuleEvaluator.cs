using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Applies a rule to a batch of synapses, eight at a time; the arithmetic is that of <see cref="RuleArithmetic"/>.</summary>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal readonly struct RuleEvaluator<TDraws>
    where TDraws : struct, ILearningDraws
{
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
        uint word = _draws.RoundingWord(number);
        foreach (RuleSection section in _program.Sections)
        {
            ref int variable = ref MemoryMarshal.GetArrayDataReference(batch.Variables[(int)section.Target]);
            VariableLimits limits = RuleArithmetic.Limits(section.Target, _sign);
            for (int first = 0; first < count; first += SynapseBatch.Lanes)
            {
                Vector256<int> before = Vector256.LoadUnsafe(ref variable, (nuint)first);
                Vector256<int> sum = RuleArithmetic.Begin(before);
                foreach (LaidProduct product in section.Products)
                {
                    if (product.Gate switch { RuleGate.SourceSpike => source, RuleGate.Epoch => epoch, _ => true })
                    {
                        sum = Add(sum, product, batch, first);
                    }
                }

                Vector256<uint> keys = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(batch.Keys), (nuint)first);
                RuleArithmetic.Round(before, sum, limits, section.Target, _draws, keys, word).StoreUnsafe(ref variable, (nuint)first);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, LaidProduct product, SynapseBatch batch, int first)
    {
        Vector256<int> value = Vector256.Create(product.Mantissa);
        foreach (int operand in product.Operands)
        {
            value *= Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(batch.Operands[operand]), (nuint)first);
        }

        Vector256<int> mask = product.Gate == RuleGate.TargetSpike
            ? Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(batch.TargetFired), (nuint)first)
            : Vector256<int>.AllBitsSet;
        return RuleArithmetic.Add(sum, value, product.Right, product.Left, mask);
    }
}
