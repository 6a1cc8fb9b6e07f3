using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Which compartment of which core holds which neuron or copy, and which axon each of them feeds.</summary>
/// <remarks>Neurons come first, in the order of the runs; their copies follow.</remarks>
internal sealed class CrossbarLayout
{
    private readonly (int First, int FirstCopy)[] _places;
    private readonly List<(int Core, int Axon, int Delay)>[] _destinations;

    /// <summary>Lays a network out.</summary>
    public CrossbarLayout(FittedNetwork network)
    {
        int neurons = network.Planned.NeuronCount;
        _places = new (int, int)[neurons];
        _destinations = new List<(int, int, int)>[neurons];
        for (int i = 0; i < neurons; i++)
        {
            _destinations[i] = [];
        }

        for (int core = 0; core < network.Axons.Length; core++)
        {
            for (int axon = 0; axon < network.Axons[core].Length; axon++)
            {
                _destinations[network.Axons[core][axon].Source].Add((core, axon, network.Axons[core][axon].Delay));
            }
        }

        Neurons = [.. network.Cores.Select(core => Place(core.Part, network.Planned.Valid.FirstNeuron))];
    }

    /// <summary>Logical neuron of every compartment of every core, copies included.</summary>
    public IReadOnlyList<int[]> Neurons { get; }

    /// <summary>Where a neuron's spikes go; one axon for each of its compartments.</summary>
    public IReadOnlyList<(int Core, int Axon, int Delay)> Destinations(int neuron) => _destinations[neuron];

    /// <summary>Destination of a neuron's compartment, if there is any.</summary>
    /// <param name="neuron">Logical id.</param>
    /// <param name="compartment">One of its compartments.</param>
    public (int Core, int Axon, int Delay)? Destination(int neuron, int compartment)
    {
        int copy = compartment == _places[neuron].First ? 0 : compartment - _places[neuron].FirstCopy + 1;
        return copy < _destinations[neuron].Count ? _destinations[neuron][copy] : null;
    }

    /// <summary>Compartments of a neuron, its own first.</summary>
    public IEnumerable<int> Compartments(int neuron) =>
        Enumerable.Range(_places[neuron].FirstCopy, Copies(neuron)).Prepend(_places[neuron].First);

    private int Copies(int neuron) => Math.Max(0, _destinations[neuron].Count - 1);

    private int[] Place(CorePart part, int[] firstNeuron)
    {
        int[] own = [.. part.Runs.SelectMany(run => Enumerable.Range(firstNeuron[run.Population] + run.First, run.Count))];
        List<int> neurons = [.. own];
        for (int i = 0; i < own.Length; i++)
        {
            _places[own[i]] = (i, neurons.Count);
            neurons.AddRange(Enumerable.Repeat(own[i], Copies(own[i])));
        }

        return [.. neurons];
    }
}
