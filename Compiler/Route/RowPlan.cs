using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Route;

/// <summary>The synapse rows that a core will hold, one per axon in, before their words are known.</summary>
/// <param name="packing">Packing rule of the chip; <see langword="null"/> where it has none.</param>
/// <param name="compartments">Targets that the rows of the core tell apart: its compartments, times their receptors.</param>
internal sealed class RowPlan(SynapsePacking? packing, int compartments)
{
    private readonly List<PlannedRow> _rows = [];
    private readonly Dictionary<(int Before, WeightFormat Format, int Count, bool IsContiguous), int> _compositions = [];
    private readonly HashSet<WeightFormat> _formats = [];
    private readonly int _indexBits = packing is null ? 0 : SynapseListSize.IndexBits(packing, compartments);
    private readonly bool _hasDenseLists = packing is not null && SynapseListSize.HasDenseLists(packing);
    private int _lastSource = -1;
    private int _hintedSynapses;

    /// <summary>Planned rows; the index is the axon in.</summary>
    public IReadOnlyList<PlannedRow> Rows => _rows;

    /// <summary>Number of synapses.</summary>
    public long Synapses { get; private set; }

    /// <summary>Number of distinct synapse formats.</summary>
    public int Formats => _formats.Count;

    /// <summary>Largest delay of a synapse of the core.</summary>
    public int LargestDelay { get; private set; }

    /// <summary>Entries of the chip's table of incoming axons; an axon that learns takes two.</summary>
    /// <remarks>nengo-loihi at e564f66, block.py: <c>idxs_per_synapse</c>.</remarks>
    public int InAxons { get; private set; }

    /// <summary>Adds the synapses of one projection from one logical source neuron; sources come in ascending order, static projections first.</summary>
    /// <param name="source">Logical source neuron.</param>
    /// <param name="index">Index of the projection.</param>
    /// <param name="projection">The projection.</param>
    /// <param name="neuron">The source neuron within its population.</param>
    /// <param name="chunk">Its synapses on this core.</param>
    /// <returns>Whether this began a new row.</returns>
    public bool Add(int source, int index, IntegerProjection projection, int neuron, SynapseChunk chunk)
    {
        if (projection.Kind != ProjectionKind.Static)
        {
            AddOwn(index, projection, neuron, chunk);
            return true;
        }

        bool isNew = source != _lastSource;
        if (isNew)
        {
            _lastSource = source;
            _hintedSynapses = 0;
            InAxons++;
            _rows.Add(default);
        }

        PlannedRow row = _rows[^1];
        RowForm? encoding = row.Encoding;
        if (projection.Description.Encoding is { } hint && chunk.Count > _hintedSynapses)
        {
            (encoding, _hintedSynapses) = (hint, chunk.Count);
        }

        _rows[^1] = new PlannedRow(
            row.Length + chunk.Count, row.ListBits + ListBits(projection.Format, chunk), Compose(row.Composition, projection.Format, chunk), encoding, -1, -1);
        _formats.Add(projection.Format);
        Synapses += chunk.Count;
        LargestDelay = Math.Max(LargestDelay, projection.LargestDelay);
        return isNew;
    }

    private void AddOwn(int index, IntegerProjection projection, int neuron, SynapseChunk chunk)
    {
        bool learns = projection.Kind == ProjectionKind.Plastic;
        InAxons += learns ? LearningCost.AxonsPerSource : 1;
        int synapses = learns ? chunk.Count : 0;
        _rows.Add(new PlannedRow(
            synapses, learns ? ListBits(projection.Format, chunk) : 0, 0, projection.Description.Encoding, index, neuron));
        Synapses += synapses;
        if (learns)
        {
            _formats.Add(projection.Format);
            LargestDelay = Math.Max(LargestDelay, projection.LargestDelay);
        }
    }

    private long ListBits(WeightFormat format, SynapseChunk chunk) => packing is null
        ? 0
        : SynapseListSize.Bits(packing, format, chunk.Count, _hasDenseLists && chunk.IsContiguous ? 0 : _indexBits);

    private int Compose(int before, WeightFormat format, SynapseChunk chunk)
    {
        (int, WeightFormat, int, bool) key = (before, format, chunk.Count, chunk.IsContiguous);
        if (!_compositions.TryGetValue(key, out int composition))
        {
            _compositions.Add(key, composition = _compositions.Count + 1);
        }

        return composition;
    }
}
