using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>The synapses of a plastic projection on a core: where they end, what they weigh, and by which target they are found.</summary>
internal sealed class PlasticSynapses
{
    /// <summary>Arrays are longer than the number of synapses, so that eight can be read wherever one can.</summary>
    private const int Padding = 16;

    private static readonly int UpperHalf = BitConverter.IsLittleEndian ? 1 : 0;

    private readonly SynapseMemory _memory;
    private readonly int _exponent;
    private readonly SynapseRow[] _rows;
    private readonly int[] _shifts;

    /// <summary>Loads the synapses.</summary>
    /// <param name="image">The projection.</param>
    /// <param name="memory">The core's own copy of its synapse memory.</param>
    /// <param name="compartments">Compartments of the core.</param>
    /// <param name="byTarget">Whether target spikes will look for synapses.</param>
    public PlasticSynapses(PlasticProjectionImage image, SynapseMemory memory, int compartments, bool byTarget)
    {
        _memory = memory;
        _exponent = image.WeightExponent;
        _rows = [.. image.Rows.Select(row => memory.Rows[row.Axon])];
        RowStarts = new int[_rows.Length + 1];
        for (int row = 0; row < _rows.Length; row++)
        {
            RowStarts[row + 1] = RowStarts[row] + _rows[row].Length;
        }

        _shifts = [.. _rows.Select((row, i) => row.Start - RowStarts[i])];
        Count = RowStarts[^1];
        Targets = new ushort[Count + Padding];
        (Weights, Tags, Delays) = (new short[Count + Padding], new short[Count + Padding], new short[Count + Padding]);
        Reset(image);
        for (int row = 0; row < _rows.Length; row++)
        {
            ReadTargets(row);
        }

        (ColumnStarts, ColumnSynapses, ColumnRows) = byTarget ? Transpose(compartments) : ([], [], []);
    }

    /// <summary>Number of synapses.</summary>
    public int Count { get; }

    /// <summary>Synapses of the longest row.</summary>
    public int LongestRow => Longest(RowStarts);

    /// <summary>Synapses onto one compartment at most; 0 when they are not found by target.</summary>
    public int LongestColumn => Longest(ColumnStarts);

    /// <summary>Number of rows.</summary>
    public int Rows => _rows.Length;

    /// <summary>First synapse of every row, and the number of synapses at the end.</summary>
    public int[] RowStarts { get; }

    /// <summary>Compartment of every synapse.</summary>
    public ushort[] Targets { get; }

    /// <summary>Weight of every synapse.</summary>
    public short[] Weights { get; }

    /// <summary>Tag of every synapse.</summary>
    public short[] Tags { get; }

    /// <summary>Delay variable of every synapse.</summary>
    public short[] Delays { get; }

    /// <summary>First entry of every compartment in the two lists below, and their length at the end.</summary>
    public int[] ColumnStarts { get; }

    /// <summary>Synapses by compartment.</summary>
    public int[] ColumnSynapses { get; }

    /// <summary>Row of each of <see cref="ColumnSynapses"/>.</summary>
    public int[] ColumnRows { get; }

    /// <summary>A variable of every synapse.</summary>
    public short[] this[RuleTarget variable] => variable switch
    {
        RuleTarget.Weight => Weights,
        RuleTarget.Delay => Delays,
        _ => Tags,
    };

    /// <summary>Sets all variables to what an image gives; contributions are not its concern.</summary>
    /// <param name="image">The image that the synapses were loaded from.</param>
    public void Reset(PlasticProjectionImage image)
    {
        image.Weights.CopyTo(Weights, 0);
        Array.Clear(Tags);
        image.Tags.CopyTo(Tags, 0);
        Array.Clear(Delays);
        image.Delays.CopyTo(Delays, 0);
    }

    /// <summary>Sets a weight, and what a spike adds through it.</summary>
    /// <param name="row">Row of the synapse.</param>
    /// <param name="synapse">The synapse.</param>
    /// <param name="weight">Weight, −256 to 255.</param>
    public void SetWeight(int row, int synapse, int weight)
    {
        Weights[synapse] = (short)weight;
        int contribution = _exponent >= 0 ? weight << _exponent : weight >> -_exponent;
        int index = synapse + _shifts[row];
        if (_rows[row].Form == RowForm.Dense)
        {
            _memory.Dense[index] = (short)contribution;
        }
        else
        {
            // Storing half of the word does not wait for it to be loaded.
            Unsafe.Add(ref Unsafe.As<uint, short>(ref _memory.Words[index]), UpperHalf) = (short)contribution;
        }
    }

    private static int Longest(int[] starts)
    {
        int longest = 0;
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            longest = Math.Max(longest, starts[i + 1] - starts[i]);
        }

        return longest;
    }

    /// <summary>Sets eight consecutive weights of a row, and what a spike adds through them.</summary>
    /// <param name="row">Row of the synapses.</param>
    /// <param name="first">The first of them; all eight are of this row.</param>
    /// <param name="weights">Weights, −256 to 255.</param>
    public void SetWeights(int row, int first, Vector256<int> weights)
    {
        Vector256.Narrow(weights, weights).GetLower().StoreUnsafe(ref Weights[first]);
        Vector256<int> contributions = _exponent >= 0 ? weights << _exponent : weights >> -_exponent;
        ref readonly SynapseRow place = ref _rows[row];
        int index = first + _shifts[row];
        if (place.Form == RowForm.Dense)
        {
            Vector256.Narrow(contributions, contributions).GetLower().StoreUnsafe(ref _memory.Dense[index]);
        }
        else
        {
            ref uint word = ref _memory.Words[index];
            Vector256<uint> lower = Vector256.LoadUnsafe(ref word) & Vector256.Create((uint)ushort.MaxValue);
            (lower | (contributions.AsUInt32() << 16)).StoreUnsafe(ref word);
        }
    }

    private void ReadTargets(int row)
    {
        ref readonly SynapseRow place = ref _rows[row];
        Span<ushort> targets = Targets.AsSpan(RowStarts[row], place.Length);
        int mask = _memory.SlotStride - 1;
        for (int i = 0; i < targets.Length; i++)
        {
            int slot = place.Form == RowForm.Dense ? place.Offset + i : (ushort)_memory.Words[place.Start + i] + place.Offset;
            targets[i] = (ushort)(slot & mask);
        }
    }

    private (int[] Starts, int[] Synapses, int[] Rows) Transpose(int compartments)
    {
        int[] starts = new int[compartments + 1];
        foreach (ushort target in Targets.AsSpan(0, Count))
        {
            starts[target + 1]++;
        }

        for (int i = 0; i < compartments; i++)
        {
            starts[i + 1] += starts[i];
        }

        int[] next = [.. starts];
        int[] synapses = new int[Count + Padding];
        int[] rows = new int[Count + Padding];
        for (int row = 0; row < Rows; row++)
        {
            for (int synapse = RowStarts[row]; synapse < RowStarts[row + 1]; synapse++)
            {
                int entry = next[Targets[synapse]]++;
                (synapses[entry], rows[entry]) = (synapse, row);
            }
        }

        return (starts, synapses, rows);
    }
}
