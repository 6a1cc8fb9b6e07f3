using Ganglion.Compiler.Families.TrueNorth;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Fit;

/// <summary>What a network needs at least of cores with crossbars, whose neurons reach one axon each and are copied to reach several.</summary>
internal static class CrossbarDemands
{
    /// <summary>Adds the demands of a network.</summary>
    public static void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, DemandList demands)
    {
        IReadOnlyList<Population> populations = counts.Network.Populations;
        int compartments = TrueNorthRanges.Compartments(chip);
        AxonDemand axons = new(counts, [.. populations.Select(_ => compartments)], sharesAxons: false);
        double inAxons = 0;
        double copies = 0;
        for (int p = 0; p < populations.Count; p++)
        {
            inAxons += axons.In(p).Sum(n => n);
            if (populations[p] is NeuronPopulation population)
            {
                NeuronCounts axonsOut = axons.Out(p);
                double compartmentsTaken = axonsOut.Sum(n => Math.Max(1, n));
                copies += compartmentsTaken;
                demands.CheckEach(population, Resources.InAxons, axons.OnOneCore(p), Math.Min(chip.Core.InAxons ?? int.MaxValue, chip.Core.FanIn ?? int.MaxValue));
                demands.AddPopulation(
                    population,
                    (Resources.Copies, compartmentsTaken, compartments),
                    (Resources.InAxons, Enumerable.Range(0, populations.Count).Sum(s => axons.In(s, p).Sum(n => n)), chip.Core.InAxons));
            }
        }

        demands.Add(Resources.Copies, copies, compartments);
        demands.Add(Resources.InAxons, inAxons, chip.Core.InAxons);
    }
}
