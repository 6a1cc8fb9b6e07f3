using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Route;

/// <summary>Gathers the axons out of consecutive neurons.</summary>
internal sealed class AxonTableBuilder(int neurons)
{
    private readonly List<int> _first = new(neurons + 1) { 0 };
    private readonly List<int> _core = [];
    private readonly List<int> _axon = [];

    /// <summary>Adds the next neuron, which reaches these axons.</summary>
    public void Add(List<(int Core, int Axon)> axons)
    {
        foreach ((int core, int axon) in axons)
        {
            _core.Add(core);
            _axon.Add(axon);
        }

        _first.Add(_core.Count);
    }

    /// <summary>Adds the next neurons, as they stand in another table.</summary>
    public void Add(AxonTable table, int first, int count)
    {
        for (int neuron = first; neuron < first + count; neuron++)
        {
            Range entries = table.First[neuron]..table.First[neuron + 1];
            _core.AddRange(table.Core.AsSpan(entries));
            _axon.AddRange(table.Axon.AsSpan(entries));
            _first.Add(_core.Count);
        }
    }

    /// <summary>The table gathered so far.</summary>
    public AxonTable Build() => new() { First = [.. _first], Core = [.. _core], Axon = [.. _axon] };
}
