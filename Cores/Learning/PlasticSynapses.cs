using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Learning;

/// <summary>The synapses of a plastic projection on a core: where they end, what they weigh, and by which target they are found.</summary>
internal sealed class PlasticSynapses
{
    /// <summary>Arrays are longer than the number of synapses, so that eight can be read wherever one can.</summary>
    private const int Padding = PlasticMemory.Padding;

    private const int UpperHalf = 16;

    private static readonly int Upper = BitConverter.IsLittleEndian ? 1 : 0;

    private readonly uint[] _words;
    private readonly int _first;
    private readonly int _exponent;
    private readonly bool _isApart;
    private short[] _weights;
    private readonly int _targetMask;

    /// <summary>Loads the synapses.</summary>
    /// <param name="image">The projection.</param>
    /// <param name="memory">Memory of the core as <see cref="PlasticMemory"/> lays it.</param>
    /// <param name="compartments">Compartments of the core.</param>
    /// <param name="byTarget">Whether target spikes will look for synapses.</param>
    public PlasticSynapses(PlasticProjectionImage image, SynapseMemory memory, int compartments, bool byTarget)
    {
        _words = memory.Words;
        _exponent = image.WeightExponent;
        _isApart = _exponent < 0;
        _targetMask = memory.SlotStride - 1;
        SynapseRow[] rows = [.. image.Rows.Select(row => memory.Rows[row.Axon])];
        _first = rows.Length > 0 ? rows[0].Start : 0;
        RowStarts = new int[rows.Length + 1];
        for (int row = 0; row < rows.Length; row++)
        {
            RowStarts[row + 1] = RowStarts[row] + rows[row].Length;
        }

        Count = RowStarts[^1];
        _weights = _isApart ? new short[Count + Padding] : [];
        (Tags, Delays) = (new short[Count + Padding], new short[Count + Padding]);
        Reset(image);
        (ColumnStarts, ColumnSynapses, ColumnRows) = byTarget ? Transpose(compartments) : ([], [], []);
    }

    /// <summary>Number of synapses.</summary>
    public int Count { get; }

    /// <summary>Synapses of the longest row.</summary>
    public int LongestRow => Longest(RowStarts);

    /// <summary>Synapses onto one compartment at most; 0 when they are not found by target.</summary>
    public int LongestColumn => Longest(ColumnStarts);

    /// <summary>Number of rows.</summary>
    public int Rows => RowStarts.Length - 1;

    /// <summary>First synapse of every row, and the number of synapses at the end.</summary>
    public int[] RowStarts { get; }

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

    /// <summary>A variable of every synapse, at least <see cref="Count"/> long; weights as they are now.</summary>
    /// <param name="variable">The variable.</param>
    public short[] Read(RuleTarget variable)
    {
        if (variable == RuleTarget.Weight && !_isApart)
        {
            ReadWeights();
        }

        return variable switch
        {
            RuleTarget.Weight => _weights,
            RuleTarget.Delay => Delays,
            _ => Tags,
        };
    }

    /// <summary>Sets all variables to what an image gives; contributions are not its concern.</summary>
    /// <param name="image">The image that the synapses were loaded from.</param>
    public void Reset(PlasticProjectionImage image)
    {
        if (_isApart)
        {
            image.Weights.CopyTo(_weights, 0);
        }

        Array.Clear(Tags);
        image.Tags.CopyTo(Tags, 0);
        Array.Clear(Delays);
        image.Delays.CopyTo(Delays, 0);
    }

    /// <summary>Shows the variables of all synapses.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    /// <param name="sign">Which weights learning can reach.</param>
    public void Visit(IStateVisitor visitor, PlasticSign sign)
    {
        (int least, int most) = LearnedStateCheck.RangeOf(sign);
        short[] weights = Read(RuleTarget.Weight);
        visitor.Visit("weights", weights.AsSpan(0, Count), (short)least, (short)most);
        visitor.Visit("tags", Tags.AsSpan(0, Count), LearnedStateCheck.SmallestTag, LearnedStateCheck.Largest);
        visitor.Visit("delay variables", Delays.AsSpan(0, Count), (short)0, LearnedStateCheck.Largest);
        for (int synapse = 0; visitor.IsRestoring && synapse < Count; synapse++)
        {
            SetWeight(synapse, weights[synapse]);
        }
    }

    /// <summary>Compartment of a synapse.</summary>
    /// <param name="synapse">The synapse.</param>
    public int Target(int synapse) => (int)_words[_first + synapse] & _targetMask;

    /// <summary>Weight of a synapse.</summary>
    /// <param name="synapse">The synapse.</param>
    public int Weight(int synapse) => _isApart ? _weights[synapse] : (int)_words[_first + synapse] >> (UpperHalf + _exponent);

    /// <summary>Words of eight consecutive synapses.</summary>
    /// <param name="first">The first of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> WordsFrom(int first) => Vector256.LoadUnsafe(ref _words[_first + first]).AsInt32();

    /// <summary>Words of eight synapses.</summary>
    /// <param name="synapses">The synapses.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> WordsOf(Vector256<int> synapses) => VectorGather.Gather(_words, synapses + Vector256.Create(_first)).AsInt32();

    /// <summary>Compartments of eight synapses.</summary>
    /// <param name="words">Their words.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> TargetsOf(Vector256<int> words) => words & Vector256.Create(_targetMask);

    /// <summary>A variable of eight consecutive synapses.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="words">Words of the synapses.</param>
    /// <param name="first">The first of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> From(RuleTarget variable, Vector256<int> words, int first) => variable switch
    {
        RuleTarget.Weight => _isApart ? VectorGather.Widen(ref _weights[first]) : words >> (UpperHalf + _exponent),
        RuleTarget.Delay => VectorGather.Widen(ref Delays[first]),
        _ => VectorGather.Widen(ref Tags[first]),
    };

    /// <summary>A variable of eight synapses.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="words">Words of the synapses.</param>
    /// <param name="synapses">The synapses.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Of(RuleTarget variable, Vector256<int> words, Vector256<int> synapses) => variable switch
    {
        RuleTarget.Weight => _isApart ? VectorGather.Gather(_weights, synapses) : words >> (UpperHalf + _exponent),
        RuleTarget.Delay => VectorGather.Gather(Delays, synapses),
        _ => VectorGather.Gather(Tags, synapses),
    };

    /// <summary>Words of a row.</summary>
    /// <param name="row">The row.</param>
    public ReadOnlySpan<uint> Row(int row) => _words.AsSpan(_first + RowStarts[row], RowStarts[row + 1] - RowStarts[row]);

    /// <summary>Sets a weight, and what a spike adds through it.</summary>
    /// <param name="synapse">The synapse.</param>
    /// <param name="weight">Weight, −256 to 255.</param>
    public void SetWeight(int synapse, int weight)
    {
        int contribution = weight << _exponent;
        if (_isApart)
        {
            _weights[synapse] = (short)weight;
            contribution = weight >> -_exponent;
        }

        // Storing half of the word does not wait for it to be loaded.
        Unsafe.Add(ref Unsafe.As<uint, short>(ref _words[_first + synapse]), Upper) = (short)contribution;
    }

    /// <summary>Sets eight consecutive weights, and what a spike adds through them.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="words">Words of the synapses.</param>
    /// <param name="weights">Weights, −256 to 255.</param>
    public void SetWeights(int first, Vector256<int> words, Vector256<int> weights)
    {
        Vector256<int> contributions = weights << (UpperHalf + _exponent);
        if (_isApart)
        {
            Vector256.Narrow(weights, weights).GetLower().StoreUnsafe(ref _weights[first]);
            contributions = (weights >> -_exponent) << UpperHalf;
        }

        ((words & Vector256.Create((int)ushort.MaxValue)) | contributions).AsUInt32().StoreUnsafe(ref _words[_first + first]);
    }

    /// <summary>Sets eight weights, and what a spike adds through them.</summary>
    /// <param name="synapses">The synapses, all different.</param>
    /// <param name="weights">Weights, −256 to 255.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetWeights(Vector256<int> synapses, Vector256<int> weights)
    {
        if (_isApart)
        {
            for (int lane = 0; lane < SynapseBatch.Lanes; lane++)
            {
                SetWeight(synapses[lane], weights[lane]);
            }

            return;
        }

        Vector256<int> contributions = weights << _exponent;
        ref short upper = ref Unsafe.Add(ref Unsafe.As<uint, short>(ref _words[_first]), Upper);
        Unsafe.Add(ref upper, 2 * synapses[0]) = (short)contributions[0];
        Unsafe.Add(ref upper, 2 * synapses[1]) = (short)contributions[1];
        Unsafe.Add(ref upper, 2 * synapses[2]) = (short)contributions[2];
        Unsafe.Add(ref upper, 2 * synapses[3]) = (short)contributions[3];
        Unsafe.Add(ref upper, 2 * synapses[4]) = (short)contributions[4];
        Unsafe.Add(ref upper, 2 * synapses[5]) = (short)contributions[5];
        Unsafe.Add(ref upper, 2 * synapses[6]) = (short)contributions[6];
        Unsafe.Add(ref upper, 2 * synapses[7]) = (short)contributions[7];
    }

    /// <summary>Fetches the words of eight synapses.</summary>
    /// <param name="synapses">The first of the synapses.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ref int synapses)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        fixed (uint* words = &_words[_first])
        {
            Sse.Prefetch0(words + synapses);
            Sse.Prefetch0(words + Unsafe.Add(ref synapses, 1));
            Sse.Prefetch0(words + Unsafe.Add(ref synapses, 2));
            Sse.Prefetch0(words + Unsafe.Add(ref synapses, 3));
            Sse.Prefetch0(words + Unsafe.Add(ref synapses, 4));
            Sse.Prefetch0(words + Unsafe.Add(ref synapses, 5));
            Sse.Prefetch0(words + Unsafe.Add(ref synapses, 6));
            Sse.Prefetch0(words + Unsafe.Add(ref synapses, 7));
        }
    }

    private void ReadWeights()
    {
        _weights = _weights.Length == Count ? _weights : new short[Count];
        for (int synapse = 0; synapse < Count; synapse++)
        {
            _weights[synapse] = (short)Weight(synapse);
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

    private (int[] Starts, int[] Synapses, int[] Rows) Transpose(int compartments)
    {
        int[] starts = new int[compartments + 1];
        for (int synapse = 0; synapse < Count; synapse++)
        {
            starts[Target(synapse) + 1]++;
        }

        for (int i = 0; i < compartments; i++)
        {
            starts[i + 1] += starts[i];
        }

        int[] next = [.. starts];
        int[] synapses = new int[Count + (2 * Padding)];
        int[] rows = new int[Count + (2 * Padding)];
        for (int row = 0; row < Rows; row++)
        {
            for (int synapse = RowStarts[row]; synapse < RowStarts[row + 1]; synapse++)
            {
                int entry = next[Target(synapse)]++;
                (synapses[entry], rows[entry]) = (synapse, row);
            }
        }

        return (starts, synapses, rows);
    }
}
