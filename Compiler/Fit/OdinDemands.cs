using Ganglion.Compiler.Families.Odin;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Fit;

/// <summary>What a network needs of the one core of ODIN.</summary>
internal static class OdinDemands
{
    /// <summary>Adds the demands of a network.</summary>
    public static void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, DemandList demands)
    {
        int slots = OdinLimits.Slots(chip);
        demands.Add(Resources.Compartments, OdinLayout.Of(counts.Network).Slots, slots, isReported: true);
        foreach (NeuronPopulation population in counts.Network.Populations.OfType<NeuronPopulation>())
        {
            demands.AddPopulation(population, (Resources.Compartments, population.Count, slots));
        }
    }
}
