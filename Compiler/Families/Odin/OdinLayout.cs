using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Which neuron slots, and with them synapse rows, the populations of a network take.</summary>
/// <remarks>
/// The neurons come first, in the order of the network. A spike of a source is a spike event of a slot, whose row acts; so sources take
/// the slots behind the neurons. Where no neuron has synapses of its own, the loop stays open: the chip then does not follow the spikes of
/// its neurons, their rows are free, and the sources take the slots from 0 on.
/// </remarks>
internal sealed class OdinLayout
{
    private readonly int[] _first;

    private OdinLayout(Network network, bool isOpenLoop)
    {
        _first = new int[network.Populations.Count];
        IsOpenLoop = isOpenLoop;
        Neurons = Number(isSource: false, 0);
        Sources = Number(isSource: true, isOpenLoop ? 0 : Neurons);

        int Number(bool isSource, int next)
        {
            int begin = next;
            for (int p = 0; p < _first.Length; p++)
            {
                if (network.Populations[p] is SourcePopulation == isSource)
                {
                    _first[p] = next;
                    next += network.Populations[p].Count;
                }
            }

            return next - begin;
        }
    }

    /// <summary>Whether no neuron acts on others, so that the chip need not follow their spikes.</summary>
    public bool IsOpenLoop { get; }

    /// <summary>Neurons of the network, sources not included.</summary>
    public int Neurons { get; }

    /// <summary>Neurons of the network's sources.</summary>
    public int Sources { get; }

    /// <summary>Slots that the network takes.</summary>
    public int Slots => IsOpenLoop ? Math.Max(Neurons, Sources) : Neurons + Sources;

    /// <summary>Finds the slots of every population.</summary>
    public static OdinLayout Of(Network network) =>
        new(network, isOpenLoop: !network.Projections.Any(projection => network[projection.Source] is NeuronPopulation));

    /// <summary>Slot of the first neuron of a population: its compartment, or the row of a source.</summary>
    public int First(int population) => _first[population];
}
