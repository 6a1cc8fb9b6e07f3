using Ganglion.ChipSpec.Identifiers;

namespace Ganglion.Compiler.Partition;

/// <summary>Gathers the neurons of one core into runs.</summary>
internal sealed class PartBuilder
{
    private readonly List<NeuronRun> _runs = [];

    /// <summary>Number of neurons so far.</summary>
    public int Count { get; private set; }

    /// <summary>Appends a neuron.</summary>
    public void Add(int population, int neuron)
    {
        Count++;
        if (_runs.Count > 0 && _runs[^1] is var last && last.Population == population && last.First + last.Count == neuron)
        {
            _runs[^1] = last with { Count = last.Count + 1 };
        }
        else
        {
            _runs.Add(new NeuronRun(population, neuron, 1));
        }
    }

    /// <summary>The part gathered so far.</summary>
    public CorePart Build(CoreId? pinned = null) => new(pinned, _runs.ToArray());
}
