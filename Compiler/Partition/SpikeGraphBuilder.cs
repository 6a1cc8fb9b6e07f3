using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Reads the graph of a network: a vertex per neuron, in their order; an edge per neuron and source that reaches any.</summary>
internal sealed class SpikeGraphBuilder
{
    private readonly IntegerNetwork _network;
    private readonly int[] _vertexOf;
    private readonly long[] _bits;
    private readonly int[] _indexBits;
    private readonly int[] _seenBy;
    private readonly List<int> _source = [];
    private readonly List<double> _rate = [];
    private readonly List<int> _inAxons = [];
    private readonly List<int> _outAxons = [];
    private readonly List<int> _pinStart = [0];
    private readonly List<int> _pins = [];
    private int _stamp;

    private SpikeGraphBuilder(IntegerNetwork network, int[] vertexOf, int vertices, int[] compartmentsPerCore)
    {
        (_network, _vertexOf, _bits, _seenBy) = (network, vertexOf, new long[vertices], new int[vertices]);
        _indexBits = [.. compartmentsPerCore.Select(c => network.Chip.Synapse.Packing is { } packing ? SynapseListSize.IndexBits(packing, Math.Max(1, c)) : 0)];
    }

    /// <summary>Reads a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parts">Its division over cores, which says what the user pinned.</param>
    /// <param name="compartmentsPerCore">Compartments of a core, by population.</param>
    /// <param name="activity">How often neurons fire.</param>
    public static SpikeGraph Build(IntegerNetwork network, IReadOnlyList<CorePart> parts, int[] compartmentsPerCore, NeuronActivity activity)
    {
        int[] vertexOf = VertexOfNeuron(network, out int vertices);
        SpikeGraphBuilder builder = new(network, vertexOf, vertices, compartmentsPerCore);
        int[] ownStart = new int[vertices + 1];
        for (int p = 0; p < network.Registers.Length; p++)
        {
            for (int neuron = network.FirstNeuron[p]; neuron < network.FirstNeuron[p + 1] && network.Registers[p] is not null; neuron++)
            {
                ownStart[vertexOf[neuron]] = builder._source.Count;
                builder.AddEdge(p, neuron, activity.SpikesPerTimestep[neuron]);
            }
        }

        ownStart[vertices] = builder._source.Count;
        for (int p = 0; p < network.Registers.Length; p++)
        {
            for (int neuron = network.FirstNeuron[p]; neuron < network.FirstNeuron[p + 1] && network.Registers[p] is null; neuron++)
            {
                builder.AddEdge(p, neuron, activity.SpikesPerTimestep[neuron]);
            }
        }

        return builder.Finish(ownStart, parts);
    }

    /// <summary>Vertex of every logical neuron; −1 for sources outside the cores.</summary>
    public static int[] VertexOfNeuron(IntegerNetwork network, out int vertices)
    {
        int[] vertexOf = new int[network.NeuronCount];
        vertices = 0;
        for (int p = 0; p < network.Registers.Length; p++)
        {
            for (int neuron = network.FirstNeuron[p]; neuron < network.FirstNeuron[p + 1]; neuron++)
            {
                vertexOf[neuron] = network.Registers[p] is null ? -1 : vertices++;
            }
        }

        return vertexOf;
    }

    private void AddEdge(int population, int neuron, double rate)
    {
        _stamp++;
        int first = _pins.Count;
        int inAxons = 0;
        int outAxons = 0;
        bool hasStatic = false;
        foreach (int index in _network.Outgoing[population])
        {
            IntegerProjection projection = _network.Projections[index];
            ReadOnlySpan<IntegerSynapse> row = projection.Row(neuron - _network.FirstNeuron[population]);
            if (row.IsEmpty)
            {
                continue;
            }

            if (projection.Kind != ProjectionKind.Static || !hasStatic)
            {
                inAxons += projection.Kind == ProjectionKind.Plastic ? LearningCost.AxonsPerSource : 1;
                outAxons++;
                hasStatic |= projection.Kind == ProjectionKind.Static;
            }

            AddRow(projection, row);
        }

        if (_pins.Count > first)
        {
            _source.Add(_vertexOf[neuron]);
            _rate.Add(rate);
            _inAxons.Add(inAxons);
            _outAxons.Add(outAxons);
            _pinStart.Add(_pins.Count);
        }
    }

    private void AddRow(IntegerProjection projection, ReadOnlySpan<IntegerSynapse> row)
    {
        WeightFormat format = projection.Format;
        int width = _network.Chip.Synapse.Packing is not { } packing || projection.Kind == ProjectionKind.ThirdFactor
            ? 0
            : format.Bits + format.LearningBits + Math.Min(format.DelayBits, packing.DelayBits) + _indexBits[projection.Target];
        int firstTarget = _network.FirstNeuron[projection.Target];
        foreach (IntegerSynapse synapse in row)
        {
            int pin = _vertexOf[firstTarget + synapse.Target];
            _bits[pin] += width;
            if (_seenBy[pin] != _stamp)
            {
                _seenBy[pin] = _stamp;
                _pins.Add(pin);
            }
        }
    }

    private SpikeGraph Finish(int[] ownStart, IReadOnlyList<CorePart> parts)
    {
        int vertices = _bits.Length;
        int[] pinStart = [.. _pinStart];
        int[] pins = [.. _pins];
        (int[] inStart, int[] incoming) = SpikeGraph.Transpose(vertices, pinStart, pins);
        int[] size = new int[vertices];
        Array.Fill(size, 1);
        (int[] classes, int[] pinned) = Classes(parts);
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
            Size = size,
            Bits = _bits,
            InsideIn = new int[vertices],
            InsideOut = new int[vertices],
            Class = classes,
            Pinned = pinned,
        };
    }

    /// <summary>A class per neuron model, and one per pinned core, since the compiler adds nothing to what users pin.</summary>
    private (int[] Class, int[] Pinned) Classes(IReadOnlyList<CorePart> parts)
    {
        int[] classes = new int[_bits.Length];
        int[] pinned = new int[_bits.Length];
        int[] classOf = PartLimitsOf.Classes(_network);
        int free = classOf.Length == 0 ? 0 : classOf.Max() + 1;
        for (int part = 0; part < parts.Count; part++)
        {
            foreach (NeuronRun run in parts[part].Runs)
            {
                Range vertices = new(_vertexOf[_network.FirstNeuron[run.Population] + run.First], _vertexOf[_network.FirstNeuron[run.Population] + run.First] + run.Count);
                bool isPinned = parts[part].PinnedCore is not null;
                classes.AsSpan(vertices).Fill(isPinned ? free + part : classOf[run.Population]);
                pinned.AsSpan(vertices).Fill(isPinned ? part : -1);
            }
        }

        return (classes, pinned);
    }
}
