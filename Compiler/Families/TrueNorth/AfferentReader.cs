using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Reads the synapses of a network, target population by target population.</summary>
internal static class AfferentReader
{
    /// <summary>All that ends at a population, ascending by source, projection and delay.</summary>
    /// <param name="valid">The network.</param>
    /// <param name="target">Index of the population.</param>
    public static Afferent[] Read(CheckedNetwork valid, int target)
    {
        double[] gains = PopulationInput.GainsOf(((NeuronPopulation)valid.Network.Populations[target]).Neurons);
        List<Afferent> afferents = [];
        for (int p = 0; p < valid.TargetOf.Length; p++)
        {
            if (valid.TargetOf[p] == target)
            {
                Read(valid, p, gains, afferents);
            }
        }

        return [.. afferents.OrderBy(a => a.Source).ThenBy(a => a.Projection).ThenBy(a => a.Delay)];
    }

    private static void Read(CheckedNetwork valid, int projection, double[] gains, List<Afferent> afferents)
    {
        Projection description = valid.Network.Projections[projection];
        int source = valid.SourceOf[projection];
        int neurons = valid.Network.Populations[source].Count;
        List<Synapse> row = [];
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            row.Clear();
            description.Connectivity.AppendRow(neuron, row);
            foreach (IGrouping<int, Synapse> group in row.GroupBy(s => Math.Max(0, s.Delay + valid.DelayShift[projection] - 1)))
            {
                Synapse[] synapses = description.Unit is IntegerWeights ? [.. group] : Merge(group);
                if (synapses.Length > 0)
                {
                    afferents.Add(new Afferent(
                        valid.FirstNeuron[source] + neuron, projection, group.Key,
                        [.. synapses.Select(s => s.Target)],
                        [.. synapses.Select(s => s.Weight * gains[gains.Length == 1 ? 0 : s.Target])]));
                }
            }
        }
    }

    /// <summary>Synapses in physical units that share source, target and delay act as one; those without weight as none.</summary>
    private static Synapse[] Merge(IEnumerable<Synapse> synapses)
    {
        SortedDictionary<int, double> weights = [];
        foreach (Synapse synapse in synapses)
        {
            weights[synapse.Target] = weights.GetValueOrDefault(synapse.Target) + synapse.Weight;
        }

        return [.. weights.Where(pair => pair.Value != 0).Select(pair => new Synapse(pair.Key, pair.Value, 0))];
    }
}
