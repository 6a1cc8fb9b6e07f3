using System.Runtime.InteropServices;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Fit;

/// <summary>Counts the synapses of projections: by arithmetic where the rule allows it, otherwise by making its rows, one after the other.</summary>
/// <remarks>What was counted once is remembered, for a network is asked about with many chips.</remarks>
/// <param name="budget">Synapses that may be made for counting, over all projections.</param>
internal sealed class ProjectionCounter(double budget)
{
    /// <summary>Rows whose synapses must be compared take longer.</summary>
    private const double MergingCost = 10;

    private readonly Dictionary<(Connectivity, bool), ProjectionCounts> _counted = [];
    private double _budget = budget;

    /// <summary>Counts a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="source">Where it begins.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="merges">Whether synapses that share source, target and delay are one, and none when their weights sum to 0.</param>
    public ProjectionCounts Count(Projection projection, Population source, Population target, bool merges)
    {
        Connectivity connectivity = projection.Connectivity is ShorterDelays shorter && !merges ? shorter.Inner : projection.Connectivity;
        bool mustMerge = merges && !HasDistinctWeights(connectivity);
        if (!_counted.TryGetValue((connectivity, mustMerge), out ProjectionCounts? counts))
        {
            counts = Count(connectivity, source, target, mustMerge);
            _counted.Add((connectivity, mustMerge), counts);
        }

        return counts;
    }

    private ProjectionCounts Count(Connectivity connectivity, Population source, Population target, bool merges)
    {
        (int sources, int targets) = (source.Count, target.Count);
        switch (connectivity)
        {
            case AllToAll when !merges:
                return ProjectionCounts.OfPairs(new NeuronCounts(sources, targets), new NeuronCounts(targets, sources));
            case OneToOne when !merges:
                return ProjectionCounts.OfPairs(new NeuronCounts(sources, 1), new NeuronCounts(targets, 1));
            case Convolution convolution when !merges:
                return ProjectionCounts.OfPairs(new NeuronCounts(convolution.FanOut()), new NeuronCounts(convolution.FanIn()));
        }

        double estimate = connectivity.EstimateSynapses(source.Shape, target.Shape);
        _budget -= merges ? MergingCost * estimate : estimate;
        return _budget < 0
            ? ProjectionCounts.Unknown(sources, targets, estimate)
            : CountRows(merges ? MergedRow(connectivity) : connectivity.AppendTargets, sources, targets);
    }

    /// <summary>Whether no two synapses share source and target, and none has weight 0.</summary>
    private static bool HasDistinctWeights(Connectivity connectivity) => connectivity switch
    {
        AllToAll all => all.Weights.All(weight => weight != 0),
        OneToOne one => one.Weights.All(weight => weight != 0),
        Convolution convolution => convolution.Kernel.All(weight => weight != 0),
        RandomConnectivity random => random.Weight.Range is { Min: > 0 } or { Max: < 0 },
        Pool => true,
        _ => false,
    };

    private static Action<int, List<int>> MergedRow(Connectivity connectivity)
    {
        List<Synapse> row = [];
        SortedDictionary<(int Target, int Delay), double> sums = [];
        return (source, targets) =>
        {
            row.Clear();
            sums.Clear();
            connectivity.AppendRow(source, row);
            foreach (Synapse synapse in row)
            {
                sums[(synapse.Target, synapse.Delay)] = sums.GetValueOrDefault((synapse.Target, synapse.Delay)) + synapse.Weight;
            }

            targets.AddRange(sums.Where(sum => sum.Value != 0).Select(sum => sum.Key.Target));
        };
    }

    private static ProjectionCounts CountRows(Action<int, List<int>> appendTargets, int sources, int targets)
    {
        int[] fanOut = new int[sources];
        int[] reached = new int[sources];
        int[] fanIn = new int[targets];
        int[] reachedBy = new int[targets];
        double synapses = 0;
        List<int> row = [];
        for (int source = 0; source < sources; source++)
        {
            row.Clear();
            appendTargets(source, row);
            int last = -1;
            foreach (int target in CollectionsMarshal.AsSpan(row))
            {
                fanIn[target]++;
                if (target != last)
                {
                    reachedBy[target]++;
                    reached[source]++;
                    last = target;
                }
            }

            fanOut[source] = row.Count;
            synapses += row.Count;
        }

        return new ProjectionCounts
        {
            FanOut = new NeuronCounts(fanOut),
            Targets = new NeuronCounts(reached),
            FanIn = new NeuronCounts(fanIn),
            Sources = new NeuronCounts(reachedBy),
            Synapses = synapses,
            IsExact = true,
        };
    }
}
