using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>All synapses by target neuron: a network seen from its dendrites.</summary>
/// <remarks>Synapses of one target are ordered by projection, then by source.</remarks>
internal sealed class IncomingSynapses
{
    private readonly int[] _first;
    private readonly int[] _sources;
    private readonly ushort[] _projections;
    private readonly int[] _effects;

    private IncomingSynapses(int[] first, int synapses)
    {
        _first = first;
        _sources = new int[synapses];
        _projections = new ushort[synapses];
        _effects = new int[synapses];
    }

    /// <summary>Number of synapses onto a logical neuron.</summary>
    public int Count(int neuron) => _first[neuron + 1] - _first[neuron];

    /// <summary>Logical source neurons of the synapses onto a logical neuron.</summary>
    public ReadOnlySpan<int> Sources(int neuron) => _sources.AsSpan(_first[neuron], Count(neuron));

    /// <summary>Projections of the synapses onto a logical neuron.</summary>
    public ReadOnlySpan<ushort> Projections(int neuron) => _projections.AsSpan(_first[neuron], Count(neuron));

    /// <summary>Contribution and delay of the synapses onto a logical neuron, packed so that equal effects are equal numbers.</summary>
    public ReadOnlySpan<int> Effects(int neuron) => _effects.AsSpan(_first[neuron], Count(neuron));

    /// <summary>Reads a network where a limit of its chip depends on its synapses.</summary>
    public static IncomingSynapses? ReadIfLimited(IntegerNetwork network)
    {
        ChipSpec.Spec.CoreLimits limits = network.Chip.Core;
        return limits.InAxons is not null || limits.SynapseMemoryBits is not null || limits.SynapseConfigurations is not null ? Read(network) : null;
    }

    /// <summary>Reads all projections twice: to count, and to fill.</summary>
    public static IncomingSynapses Read(IntegerNetwork network)
    {
        int[] first = new int[network.NeuronCount + 1];
        ForEach(network, (_, _, target, _) => first[target + 1]++);
        for (int i = 0; i < network.NeuronCount; i++)
        {
            first[i + 1] += first[i];
        }

        int[] next = first[..^1];
        IncomingSynapses incoming = new(first, first[^1]);
        ForEach(network, (projection, source, target, effect) =>
        {
            int i = next[target]++;
            incoming._sources[i] = source;
            incoming._projections[i] = (ushort)projection;
            incoming._effects[i] = effect;
        });
        return incoming;
    }

    private static void ForEach(IntegerNetwork network, Action<int, int, int, int> visit)
    {
        for (int p = 0; p < network.Projections.Length; p++)
        {
            IntegerProjection projection = network.Projections[p];
            int firstSource = network.FirstNeuron[projection.Source];
            int firstTarget = network.FirstNeuron[projection.Target];
            int sources = network.FirstNeuron[projection.Source + 1] - firstSource;
            for (int source = 0; source < sources; source++)
            {
                foreach (IntegerSynapse synapse in projection.Row(source))
                {
                    int effect = (synapse.Contribution << 16) | synapse.Delay;
                    visit(p, firstSource + source, firstTarget + synapse.Target, effect);
                }
            }
        }
    }
}
