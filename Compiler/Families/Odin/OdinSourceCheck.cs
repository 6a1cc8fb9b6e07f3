using System.Runtime.InteropServices;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Whether every neuron has one sign for all its synapses, and one synapse onto each other neuron.</summary>
internal static class OdinSourceCheck
{
    /// <summary>Checks the synapses of every population together, over all projections that leave it.</summary>
    public static void Check(Network network, DiagnosticBag diagnostics)
    {
        Dictionary<string, double[]> gains = network.Populations.OfType<NeuronPopulation>()
            .ToDictionary(population => population.Name, population => PopulationInput.GainsOf(population.Neurons), StringComparer.Ordinal);
        ILookup<string, Projection> outgoing = network.Projections.ToLookup(projection => projection.Source, StringComparer.Ordinal);
        foreach (Population population in network.Populations)
        {
            Check(population, [.. outgoing[population.Name]], gains, diagnostics);
        }
    }

    /// <summary>Whether weights in this format inhibit, even those of 0, which may learn.</summary>
    public static bool IsInhibitory(WeightUnit unit) => unit is IntegerWeights { Sign: SignMode.Inhibitory };

    private static void Check(Population population, Projection[] projections, Dictionary<string, double[]> gains, DiagnosticBag diagnostics)
    {
        (int Count, int First) mixed = default;
        (int Count, int First) repeated = default;
        List<Synapse> row = [];
        HashSet<(string Target, int Neuron)> reached = [];
        for (int neuron = 0; neuron < population.Count; neuron++)
        {
            bool excites = false;
            bool inhibits = false;
            bool repeats = false;
            reached.Clear();
            foreach (Projection projection in projections)
            {
                row.Clear();
                projection.Connectivity.AppendRow(neuron, row);
                double[] gain = gains[projection.Target];
                foreach (ref readonly Synapse synapse in CollectionsMarshal.AsSpan(row))
                {
                    // A target beyond the population is the concern of the check of projections.
                    double weight = synapse.Weight * gain[gain.Length == 1 ? 0 : Math.Clamp(synapse.Target, 0, gain.Length - 1)];
                    excites |= weight > 0;
                    inhibits |= weight < 0 || (weight == 0 && IsInhibitory(projection.Unit));
                    repeats |= !reached.Add((projection.Target, synapse.Target));
                }
            }

            Count(ref mixed, neuron, excites && inhibits);
            Count(ref repeated, neuron, repeats);
        }

        string path = $"population '{population.Name}'";
        if (mixed.Count > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.MixedSigns, path, $"weights of both signs from {mixed.Count:N0} of {population.Count:N0} neurons, the first of them {mixed.First}",
                "one sign for all weights of a neuron", "split the population in an excitatory and an inhibitory one");
        }

        if (repeated.Count > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.RepeatedSynapse, path,
                $"several synapses onto one neuron from {repeated.Count:N0} of {population.Count:N0} neurons, the first of them {repeated.First}",
                "one synapse for each pair of neurons", "one synapse with the sum of the weights");
        }
    }

    private static void Count(ref (int Count, int First) found, int neuron, bool isFound)
    {
        if (isFound)
        {
            found = (found.Count + 1, found.Count == 0 ? neuron : found.First);
        }
    }
}
