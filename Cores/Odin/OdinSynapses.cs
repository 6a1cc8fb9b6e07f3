using System.Globalization;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Odin;

/// <summary>The synapse memory: 4 bits per pair of neurons, weight 0 to 7 and the mapping bit, eight targets to a word.</summary>
/// <remarks>
/// The words of a source are state of the source's compartment, one column per eight targets, so that learning is part of a core's
/// state like everything else. Learning is spike-driven synaptic plasticity: at a spike of the source, a synapse grows or shrinks by 1
/// within 0 to 7, as the target's last update says. Source: ODIN at 1781931, src/synaptic_core.v and src/sdsp_update.v.
/// </remarks>
internal sealed class OdinSynapses
{
    /// <summary>Bits of a synapse: the weight, and above it the mapping bit.</summary>
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
                words[target / PerWord][source] |= synapse << (target % PerWord * Bits);
            }
        }

        return words.Select((values, word) => new ParameterColumn { Name = Name(word), Values = values });
    }

    /// <summary>The weight that stimulates a target, 0 for a synapse that is not mapped and not propagated all the same.</summary>
    public int Weight(int source, int target)
    {
        int synapse = Read(source, target);
        return _propagatesUnmapped || (synapse & MappingBit) != 0 ? synapse & LargestWeight : 0;
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
            ref int word = ref _words[target / PerWord][source];
            word = unchecked(word + (change << (target % PerWord * Bits)));
        }
    }

    /// <summary>Moves a synapse away from the middle, towards 0 or 7.</summary>
    public void Separate(int source, int target)
    {
        bool up = (Read(source, target) & LargestWeight) > LargestWeight / 2;
        Learn(source, target, up, !up);
    }

    private static int WordsOf(int neurons) => (neurons + PerWord - 1) / PerWord;

    private static string Name(int word) => string.Create(CultureInfo.InvariantCulture, $"synapses{word}");

    private int Read(int source, int target) => (int)((uint)_words[target / PerWord][source] >> (target % PerWord * Bits)) & 0xf;
}
