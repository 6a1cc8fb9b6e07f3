using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Families.Xylo;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Fit;

/// <summary>What a network needs of the one core of Xylo.</summary>
internal static class XyloDemands
{
    /// <summary>Adds the demands of a network.</summary>
    public static void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, DemandList demands)
    {
        CoreLimits limits = chip.Core;
        XyloLayout layout = XyloLayout.Of(counts.Network);
        int[] recurrent = [.. Enumerable.Range(0, counts.Projections.Length).Where(p =>
            layout.GroupOf(counts.Network.Populations[counts.SourceOf[p]] is SourcePopulation, counts.TargetOf[p]) == XyloGroup.Recurrent)];
        for (int p = 0; p < counts.Network.Populations.Count; p++)
        {
            if (counts.Network.Populations[p] is NeuronPopulation population)
            {
                bool isOutput = layout.IsOutput(p);
                int[] fanIn = new int[isOutput ? 0 : population.Count];
                foreach (int projection in recurrent.Intersect(counts.Reaching(p)))
                {
                    for (int i = 0; i < fanIn.Length; i++)
                    {
                        fanIn[i] += counts.Projections[projection].FanIn[i];
                    }
                }

                demands.CheckEach(population, Resources.FanIn, new NeuronCounts(fanIn), limits.FanIn);
                demands.AddPopulation(
                    population,
                    isOutput ? (Resources.OutputNeurons, population.Count, limits.OutputCompartments) : (Resources.HiddenNeurons, population.Count, limits.Compartments));
            }
        }

        demands.Add(Resources.InputChannels, layout.Channels, limits.InputChannels, isReported: true);
        demands.Add(Resources.HiddenNeurons, layout.Hidden, limits.Compartments, isReported: true);
        demands.Add(Resources.OutputNeurons, layout.Outputs, limits.OutputCompartments, isReported: true);
        demands.Add(Resources.RecurrentSynapses, recurrent.Sum(p => counts.Projections[p].Synapses), limits.RecurrentSynapses, recurrent.All(p => counts.Projections[p].IsExact));
    }
}
