using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Fit;

/// <summary>Axons that neurons need at least, because one core holds only so many of their targets.</summary>
/// <param name="counts">The network.</param>
/// <param name="targetsPerCore">Neurons of every population that one core holds at most.</param>
/// <param name="sharesAxons">Whether all synapses that do not learn share one axon per source neuron and core; otherwise every projection has its own.</param>
internal sealed class AxonDemand(NetworkCounts counts, int[] targetsPerCore, bool sharesAxons)
{
    /// <summary>Axons in, on all cores together, that every neuron of a population feeds.</summary>
    /// <param name="population">Index of the source population.</param>
    public NeuronCounts In(int population) => OnManyCores(counts.Leaving(population), LearningCost.AxonsPerSource);

    /// <summary>Axons in that all neurons of one population feed in another.</summary>
    /// <param name="population">Index of the source population.</param>
    /// <param name="target">Index of the target population.</param>
    public NeuronCounts In(int population, int target) =>
        OnManyCores(counts.Leaving(population).Where(p => counts.TargetOf[p] == target), LearningCost.AxonsPerSource);

    /// <summary>Axons out that every neuron of a population takes.</summary>
    /// <param name="population">Index of the source population.</param>
    public NeuronCounts Out(int population) => OnManyCores(counts.Leaving(population), 1);

    /// <summary>Axons in that every neuron of a population needs on its own core.</summary>
    /// <param name="population">Index of the target population.</param>
    public NeuronCounts OnOneCore(int population)
    {
        Sum sum = new();
        foreach (IGrouping<(int, int), int> axon in counts.Reaching(population).GroupBy(p => (counts.SourceOf[p], IsShared(p) ? -1 : p)))
        {
            sum.Add([.. axon.Select(p => counts.Projections[p].Sources)], 1, Weight(axon.First(), LearningCost.AxonsPerSource));
        }

        return sum.Of(counts.Network.Populations[population].Count);
    }

    private NeuronCounts OnManyCores(IEnumerable<int> leaving, int perLearningSource)
    {
        int[] projections = [.. leaving];
        int[] shared = [.. projections.Where(IsShared)];
        Sum sum = new();
        foreach (IGrouping<int, int> population in shared.GroupBy(p => counts.TargetOf[p]))
        {
            sum.Add([.. population.Select(p => counts.Projections[p].Targets)], 1, 1);
        }

        sum.Divide(shared.Select(p => targetsPerCore[counts.TargetOf[p]]).DefaultIfEmpty(1).Max());
        foreach (int p in projections.Except(shared))
        {
            sum.Add([counts.Projections[p].Targets], targetsPerCore[counts.TargetOf[p]], Weight(p, perLearningSource));
        }

        return sum.Of(projections.Length == 0 ? 0 : counts.Network.Populations[counts.SourceOf[projections[0]]].Count);
    }

    private bool IsShared(int p) => sharesAxons && counts.Network.Projections[p] is { Plasticity: null, ThirdFactor: null };

    private int Weight(int p, int perLearningSource) => counts.Network.Projections[p].Plasticity is null ? 1 : perLearningSource;

    /// <summary>A number per neuron that grows; one number as long as all neurons are equal.</summary>
    private sealed class Sum
    {
        private long _uniform;
        private long[]? _each;

        /// <summary>Adds the largest of several counts of a neuron, divided and weighted.</summary>
        public void Add(NeuronCounts[] counts, int divisor, int weight)
        {
            if (_each is null && counts.All(c => c.IsUniform))
            {
                _uniform += weight * DivideUp(counts.Max(c => c.Neurons == 0 ? 0 : c[0]), divisor);
                return;
            }

            if (_each is null)
            {
                _each = new long[counts[0].Neurons];
                Array.Fill(_each, _uniform);
            }

            for (int i = 0; i < _each.Length; i++)
            {
                int largest = 0;
                foreach (NeuronCounts each in counts)
                {
                    largest = Math.Max(largest, each[i]);
                }

                _each[i] += weight * DivideUp(largest, divisor);
            }
        }

        public void Divide(int divisor)
        {
            _uniform = DivideUp(_uniform, divisor);
            for (int i = 0; i < _each?.Length; i++)
            {
                _each[i] = DivideUp(_each[i], divisor);
            }
        }

        public NeuronCounts Of(int neurons) => _each is null
            ? new NeuronCounts(neurons, (int)Math.Min(_uniform, int.MaxValue))
            : new NeuronCounts(Array.ConvertAll(_each, n => (int)Math.Min(n, int.MaxValue)));

        private static long DivideUp(long amount, long size) => (amount + size - 1) / size;
    }
}
