using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Where the populations of a network are on the one core of Xylo.</summary>
/// <remarks>
/// Sources take input channels, in the order of the network. Populations that the network names as outputs, that reach no other and get no
/// spikes straight from a source take output neurons, whose compartments come last; all others take hidden neurons. Axons in are numbered
/// like the chip works: the input channels, then the hidden neurons.
/// </remarks>
internal sealed class XyloLayout
{
    private readonly bool[] _isOutput;
    private readonly int[] _first;

    private XyloLayout(Network network, bool[] isOutput)
    {
        _isOutput = isOutput;
        _first = new int[isOutput.Length];
        Channels = Number(p => network.Populations[p] is SourcePopulation, 0);
        Hidden = Number(p => network.Populations[p] is NeuronPopulation && !isOutput[p], 0);
        Outputs = Number(p => isOutput[p], Hidden);

        int Number(Predicate<int> isOfKind, int next)
        {
            int begin = next;
            for (int p = 0; p < _first.Length; p++)
            {
                if (isOfKind(p))
                {
                    _first[p] = next;
                    next += network.Populations[p].Count;
                }
            }

            return next - begin;
        }
    }

    /// <summary>Input channels.</summary>
    public int Channels { get; }

    /// <summary>Hidden neurons.</summary>
    public int Hidden { get; }

    /// <summary>Output neurons.</summary>
    public int Outputs { get; }

    /// <summary>Compartments.</summary>
    public int Compartments => Hidden + Outputs;

    /// <summary>Finds a place for every population.</summary>
    public static XyloLayout Of(Network network)
    {
        Dictionary<string, int> index = network.Populations.Select((p, i) => (p.Name, i)).ToDictionary(StringComparer.Ordinal);
        bool[] isOutput = [.. network.Populations.Select(p => p is NeuronPopulation && network.Outputs.Contains(p.Name))];
        foreach (Projection projection in network.Projections)
        {
            isOutput[index[projection.Source]] = false;
            isOutput[index[projection.Target]] &= network[projection.Source] is NeuronPopulation;
        }

        return new XyloLayout(network, isOutput);
    }

    /// <summary>Whether a population takes output neurons.</summary>
    public bool IsOutput(int population) => _isOutput[population];

    /// <summary>Compartment of the first neuron of a population of neurons; input channel of the first neuron of a source.</summary>
    public int First(int population) => _first[population];

    /// <summary>Axon in of the first neuron of a source or of a hidden population.</summary>
    public int FirstAxon(int population, bool isSource) => isSource ? _first[population] : Channels + _first[population];

    /// <summary>Group of synapses with a shift of its own that a projection belongs to.</summary>
    public XyloGroup GroupOf(bool isFromSource, int target) =>
        _isOutput[target] ? XyloGroup.Output : isFromSource ? XyloGroup.Input : XyloGroup.Recurrent;
}
