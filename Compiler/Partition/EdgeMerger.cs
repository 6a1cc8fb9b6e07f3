using System.Runtime.InteropServices;

namespace Ganglion.Compiler.Partition;

/// <summary>Gathers the edges of a coarser graph, source by source; edges of one source that reach the same clusters become one.</summary>
/// <remarks>Sets of pins are compared by hashes of 64 bits and their sizes.</remarks>
internal sealed class EdgeMerger(SpikeGraph graph, int[] cluster, int clusters)
{
    private readonly List<int> _source = [];
    private readonly List<double> _rate = [];
    private readonly List<int> _inAxons = [];
    private readonly List<int> _outAxons = [];
    private readonly List<int> _pinStart = [0];
    private readonly List<int> _pins = [];
    private readonly Dictionary<(ulong Hash, int Pins), int> _known = [];
    private readonly int[] _seenBy = new int[clusters];
    private int _stamp;
    private int _current;

    /// <summary>Number of edges so far.</summary>
    public int Edges => _source.Count;

    /// <summary>The next edges come from this cluster; −1 for outside.</summary>
    public void BeginSource(int source)
    {
        _current = source;
        _known.Clear();
    }

    /// <summary>Adds an edge of the finer graph.</summary>
    /// <returns>Whether it leaves its cluster; otherwise it is not an edge any more.</returns>
    public bool Add(int edge)
    {
        _stamp++;
        int first = _pins.Count;
        ulong hash = 0;
        foreach (int pin in graph.PinsOf(edge))
        {
            int c = cluster[pin];
            if (_seenBy[c] != _stamp)
            {
                _seenBy[c] = _stamp;
                _pins.Add(c);
                hash += Mix((ulong)c);
            }
        }

        int count = _pins.Count - first;
        if (count == 1 && _pins[first] == _current)
        {
            CollectionsMarshal.SetCount(_pins, first);
            return false;
        }

        ref int known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, (hash, count), out bool exists);
        if (exists)
        {
            CollectionsMarshal.SetCount(_pins, first);
            _rate[known] += graph.Rate[edge];
            _inAxons[known] += graph.InAxons[edge];
            _outAxons[known] += graph.OutAxons[edge];
            return true;
        }

        known = _source.Count;
        _source.Add(_current);
        _rate.Add(graph.Rate[edge]);
        _inAxons.Add(graph.InAxons[edge]);
        _outAxons.Add(graph.OutAxons[edge]);
        _pinStart.Add(_pins.Count);
        return true;
    }

    /// <summary>The coarser graph.</summary>
    public SpikeGraph Build(int[] ownStart, ClusterTotals totals)
    {
        int[] pinStart = [.. _pinStart];
        int[] pins = [.. _pins];
        (int[] inStart, int[] incoming) = SpikeGraph.Transpose(clusters, pinStart, pins);
        return new SpikeGraph
        {
            Source = [.. _source],
            Rate = [.. _rate],
            InAxons = [.. _inAxons],
            OutAxons = [.. _outAxons],
            PinStart = pinStart,
            Pins = pins,
            InStart = inStart,
            In = incoming,
            OwnStart = ownStart,
            Size = totals.Size,
            Bits = totals.Bits,
            InsideIn = totals.InsideIn,
            InsideOut = totals.InsideOut,
            Class = totals.Class,
            Pinned = totals.Pinned,
        };
    }

    // The finalizer of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
