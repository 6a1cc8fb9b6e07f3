using System.Globalization;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Odin;

/// <summary>The synapse memory: 4 bits per pair of neurons, weight 0 to 7 and above it the mapping bit.</summary>
/// <remarks>
/// The synapses are state of their target, one column per eight sources: bits 4·(s mod 8) of column s / 8. Eight targets of a source thus
/// stand side by side. (The chip's own words hold eight targets of one source.) Learning is spike-driven synaptic plasticity: at a spike
/// of the source, a synapse grows or shrinks by 1 within 0 to 7, as the target's last update says. Source: ODIN at 1781931,
/// src/synaptic_core.v and src/sdsp_update.v.
/// </remarks>
internal sealed class OdinSynapses
{
    /// <summary>Bits of a synapse.</summary>
    public const int Bits = 4;

    private const int PerWord = 8;
    private const int LargestWeight = 7;
    private const int MappingBit = 8;

    private readonly int[][] _words;
    private readonly bool _updatesUnmapped;
    private readonly bool _propagatesUnmapped;

    public OdinSynapses(CompartmentTable table, bool updatesUnmapped, bool propagatesUnmapped)
    {
        _words = [.. Enumerable.Range(0, WordsOf(table.Compartments)).Select(word => table[Name(word)])];
        _updatesUnmapped = updatesUnmapped;
        _propagatesUnmapped = propagatesUnmapped;
    }

    /// <summary>Columns of a core.</summary>
    public static IEnumerable<NeuronVariable> Columns(int neurons) =>
        Enumerable.Range(0, WordsOf(neurons)).Select(word => new NeuronVariable(Name(word), IsState: true, Default: 0, Padding: 0));

    /// <summary>The words that an image's rows make.</summary>
    public static IEnumerable<ParameterColumn> Pack(CoreImage image)
    {
        int[][] words = [.. Enumerable.Range(0, WordsOf(image.Compartments)).Select(_ => new int[image.Compartments])];
        for (int source = 0; source < image.Compartments; source++)
        {
            foreach ((int target, int synapse) in OdinRows.Synapses(image.Synapses, source))
            {
                words[source / PerWord][target] |= synapse << Shift(source);
            }
        }

        return words.Select((values, word) => new ParameterColumn { Name = Name(word), Values = values });
    }

    /// <summary>The four bits of a synapse.</summary>
    public int Read(int source, int target) => (int)((uint)_words[source / PerWord][target] >> Shift(source)) & 0xf;

    /// <summary>The weight that stimulates a target, 0 for a synapse that is not mapped and not propagated all the same.</summary>
    public int Weight(int source, int target)
    {
        int synapse = Read(source, target);
        return _propagatesUnmapped || (synapse & MappingBit) != 0 ? synapse & LargestWeight : 0;
    }

    /// <summary>Weights of a source onto eight targets.</summary>
    public Vector256<int> Weights(int source, int firstTarget)
    {
        Vector256<int> synapses = ReadEight(source, firstTarget);
        Vector256<int> weights = synapses & Vector256.Create(LargestWeight);
        return _propagatesUnmapped ? weights : weights & Mapped(synapses);
    }

    /// <summary>Grows or shrinks a synapse by 1, if it may change.</summary>
    public void Learn(int source, int target, bool up, bool down)
    {
        int synapse = Read(source, target);
        int weight = synapse & LargestWeight;
        int change = up ? 1 : down ? -1 : 0;
        if (change != 0 && (_updatesUnmapped || (synapse & MappingBit) != 0) && weight + change is >= 0 and <= LargestWeight)
        {
            // The weight does not leave its bits, so that the change is an addition to the word; the eighth synapse holds its sign bit.
            ref int word = ref _words[source / PerWord][target];
            word = unchecked(word + (change << Shift(source)));
        }
    }

    /// <summary>The same for a source and eight targets.</summary>
    /// <param name="source">Source.</param>
    /// <param name="firstTarget">First of the targets.</param>
    /// <param name="up">1 where synapses grow.</param>
    /// <param name="down">1 where they shrink; growth goes first.</param>
    public void LearnEight(int source, int firstTarget, Vector256<int> up, Vector256<int> down)
    {
        Vector256<int> synapses = ReadEight(source, firstTarget);
        Vector256<int> weights = synapses & Vector256.Create(LargestWeight);
        Vector256<int> grows = up & ~Vector256.Equals(weights, Vector256.Create(LargestWeight));
        Vector256<int> shrinks = down & (up ^ Vector256<int>.One) & ~Vector256.Equals(weights, Vector256<int>.Zero);
        Vector256<int> change = _updatesUnmapped ? grows - shrinks : (grows - shrinks) & Mapped(synapses);
        ref int words = ref _words[source / PerWord][firstTarget];
        (Vector256.LoadUnsafe(ref words) + Vector256.ShiftLeft(change, Shift(source))).StoreUnsafe(ref words);
    }

    /// <summary>Moves a synapse away from the middle, towards 0 or 7.</summary>
    public void Separate(int source, int target)
    {
        bool up = (Read(source, target) & LargestWeight) > LargestWeight / 2;
        Learn(source, target, up, !up);
    }

    private static int WordsOf(int neurons) => (neurons + PerWord - 1) / PerWord;

    private static int Shift(int source) => source % PerWord * Bits;

    private static string Name(int word) => string.Create(CultureInfo.InvariantCulture, $"synapses{word}");

    private static Vector256<int> Mapped(Vector256<int> synapses) =>
        ~Vector256.Equals(synapses & Vector256.Create(MappingBit), Vector256<int>.Zero);

    private Vector256<int> ReadEight(int source, int firstTarget) => Vector256.ShiftRightLogical(
        Vector256.LoadUnsafe(ref _words[source / PerWord][firstTarget]), Shift(source)) & Vector256.Create(0xf);
}
