using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Fit;

/// <summary>Collects what a network needs of a chip, and reports what no core can give to one neuron.</summary>
/// <param name="diagnostics">Receives the findings.</param>
internal sealed class DemandList(DiagnosticBag diagnostics)
{
    private readonly List<ResourceDemand> _resources = [];
    private readonly List<PopulationDemand> _populations = [];

    /// <summary>Resources of the whole network.</summary>
    public IReadOnlyList<ResourceDemand> Resources => _resources;

    /// <summary>Populations of neurons.</summary>
    public IReadOnlyList<PopulationDemand> Populations => _populations;

    /// <summary>Adds a resource of which every core has the same amount; nothing when the chip does not limit it.</summary>
    public void Add(string resource, double amount, double? limit, bool isCertain = true, bool isReported = false)
    {
        if (limit is { } perCore)
        {
            Add(new ResourceDemand(resource, amount, perCore, DivideUp(amount, perCore), isCertain) { IsReported = isReported });
        }
    }

    /// <summary>Adds a resource.</summary>
    public void Add(ResourceDemand demand) => _resources.Add(demand);

    /// <summary>Adds a population; of several resources the one that asks for most cores binds.</summary>
    public void AddPopulation(Population population, params IEnumerable<(string Resource, double Amount, double? Limit)> resources)
    {
        (string resource, double cores) = resources
            .Where(r => r.Limit is not null)
            .Select(r => (r.Resource, DivideUp(r.Amount, r.Limit!.Value)))
            .DefaultIfEmpty((Partition.Resources.Compartments, 1))
            .MaxBy(r => r.Item2);
        _populations.Add(new PopulationDemand(population.Name, population.Count, cores, resource));
    }

    /// <summary>Reports neurons that one core cannot hold even alone.</summary>
    public void CheckEach(Population population, string resource, NeuronCounts counts, double? limit)
    {
        if (limit is not { } most)
        {
            return;
        }

        (int neurons, int first, int largest) = (0, -1, 0);
        for (int i = 0; i < counts.Neurons; i++)
        {
            if (counts[i] > most)
            {
                neurons++;
                first = first < 0 ? i : first;
                largest = Math.Max(largest, counts[i]);
            }
        }

        if (neurons > 0)
        {
            NeuronMisfit.Report(population.Name, first, neurons, new CoreOverflow(resource, largest, (long)most), diagnostics);
        }
    }

    private static double DivideUp(double amount, double size) => size <= 0 ? (amount > 0 ? double.PositiveInfinity : 0) : Math.Ceiling(amount / size);
}
