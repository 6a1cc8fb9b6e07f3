using System.Numerics;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Fit;

/// <summary>What a network needs at least of cores that hold their synapses in lists, as those of Loihi do.</summary>
internal sealed class ListCoreDemands
{
    private readonly NetworkCounts _counts;
    private readonly ChipSpec.Spec.ChipSpec _chip;
    private readonly CompilerOptions _options;
    private readonly int[] _perCore;
    private readonly AxonDemand _axons;

    private ListCoreDemands(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        (_counts, _chip, _options) = (counts, chip, options);
        _perCore = [.. counts.Network.Populations.Select((p, i) => p is NeuronPopulation neurons ? PerCore(neurons, i) : 0)];
        _axons = new AxonDemand(counts, _perCore, sharesAxons: true);
    }

    /// <summary>Adds the demands of a network.</summary>
    public static void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DemandList demands) =>
        new ListCoreDemands(counts, chip, options).Measure(demands);

    private void Measure(DemandList demands)
    {
        CoreLimits limits = _chip.Core;
        IReadOnlyList<Population> populations = _counts.Network.Populations;
        double inAxons = 0;
        double outAxons = 0;
        for (int p = 0; p < populations.Count; p++)
        {
            inAxons += _axons.In(p).Sum(n => n);
            if (populations[p] is NeuronPopulation population)
            {
                NeuronCounts axonsOut = _axons.Out(p);
                outAxons += axonsOut.Sum(n => n);
                demands.CheckEach(population, Resources.OutAxons, axonsOut, limits.OutAxons);
                demands.CheckEach(population, Resources.InAxons, _axons.OnOneCore(p), limits.InAxons);
                CheckFanIn(population, p, demands);
                demands.AddPopulation(
                    population,
                    (Resources.Compartments, population.Count, _perCore[p]),
                    (Resources.InAxons, Enumerable.Range(0, populations.Count).Sum(s => _axons.In(s, p).Sum(n => n)), limits.InAxons),
                    (Resources.OutAxons, axonsOut.Sum(n => n), limits.OutAxons),
                    (Resources.SynapseMemory, _counts.Reaching(p).Sum(MemoryBits), IsMemoryCertain ? limits.SynapseMemoryBits : null));
            }
        }

        if (limits.Compartments is { } compartments)
        {
            demands.Add(new ResourceDemand(Resources.Compartments, populations.OfType<NeuronPopulation>().Sum(p => (double)p.Count), compartments, CoresForNeurons()));
        }

        demands.Add(Resources.InAxons, inAxons, limits.InAxons);
        demands.Add(Resources.OutAxons, outAxons, limits.OutAxons);
        demands.Add(Resources.SynapseMemory, Enumerable.Range(0, _counts.Projections.Length).Sum(MemoryBits), limits.SynapseMemoryBits, IsMemoryCertain);
        AddConfigurations(demands);
    }

    private bool IsMemoryCertain => _chip.Synapse.Packing is { SharedLists: false };

    /// <summary>Neurons of a population that one core holds at most: its compartments, or its dendrite accumulators.</summary>
    private int PerCore(NeuronPopulation population, int index)
    {
        int[] delays = [.. _counts.Reaching(index).Where(p => _counts.Projections[p] is { IsExact: true, Synapses: > 0 })
            .Select(p => _counts.Network.Projections[p].Connectivity).Where(c => c is AllToAll or Convolution or Explicit).Select(c => c.Delays.Max)];
        int largest = HasPipeline ? 0 : Math.Max(0, delays.DefaultIfEmpty(0).Max() - 1);
        int byAccumulators = CoreSizing.Accumulators / CoreSizing.DelaySlots(Math.Min(largest, CoreSizing.Accumulators - 1)) / population.Neurons.Receptors;
        return Math.Max(1, Math.Min(_chip.Core.Compartments ?? int.MaxValue, byAccumulators));
    }

    /// <summary>Whether delays change because populations run behind the network.</summary>
    private bool HasPipeline => _counts.Network.Projections.Any(p => p.Connectivity.Delays.Min == 0);

    /// <summary>Populations that fit fewer to a core fill their cores the more; neurons of different models have different cores.</summary>
    private double CoresForNeurons()
    {
        var populations = _counts.Network.Populations.Select((p, i) => (Population: p as NeuronPopulation, PerCore: _perCore[i])).Where(p => p.Population is not null).ToArray();
        return populations.GroupBy(p => (p.Population!.Neurons as Loihi2Neurons)?.Model.ChipModel).Sum(model => model.Max(
            limiting => Math.Ceiling(model.Where(p => p.PerCore <= limiting.PerCore).Sum(p => (double)p.Population!.Count) / limiting.PerCore)));
    }

    private void CheckFanIn(NeuronPopulation population, int index, DemandList demands)
    {
        int[] reaching = [.. _counts.Reaching(index)];
        if (_chip.Core.FanIn is { } limit && reaching.Length > 0)
        {
            int[] fanIn = new int[population.Count];
            foreach (int p in reaching)
            {
                for (int i = 0; i < fanIn.Length; i++)
                {
                    fanIn[i] += _counts.Projections[p].FanIn[i];
                }
            }

            demands.CheckEach(population, Resources.FanIn, new NeuronCounts(fanIn), limit);
        }
    }

    /// <summary>Memory of a projection when no two axons share a list: bits that no packing of its rows can undercut.</summary>
    private double MemoryBits(int projection)
    {
        Projection description = _counts.Network.Projections[projection];
        if (_chip.Synapse.Packing is not { } packing || description.ThirdFactor is not null)
        {
            return 0;
        }

        int weightBits = description.Unit is IntegerWeights integers ? integers.Bits : _options.WeightBits ?? _chip.Synapse.WeightBits.Max();
        int learningBits = description.Plasticity is { Rule: var rule } ? LearningCost.Of(rule).AddedBits : 0;
        int indexBits = SynapseListSize.HasDenseLists(packing) ? 0 : packing.IndexBits.DefaultIfEmpty(0).Min();
        int width = weightBits + learningBits + DelayBits(description.Connectivity, packing) + indexBits;
        ProjectionCounts counts = _counts.Projections[projection];
        return counts.IsExact ? counts.FanOut.Sum(Row) : counts.Synapses * width;

        double Row(int synapses)
        {
            double bits = ((double)synapses * width) + ((synapses + packing.BlockSynapses - 1) / packing.BlockSynapses * packing.HeaderBits);
            return Math.Ceiling(bits / packing.WordBits) * packing.WordBits;
        }
    }

    private int DelayBits(Connectivity connectivity, SynapsePacking packing)
    {
        int largest = connectivity is AllToAll or Convolution or Explicit && !HasPipeline ? Math.Max(0, connectivity.Delays.Max - 1) : 0;
        return largest == 0 ? 0 : Math.Min(packing.DelayBits, BitOperations.Log2((uint)largest) + 1);
    }

    /// <summary>Settings of which a core has a few sets: as many cores as it takes to have each set once.</summary>
    private void AddConfigurations(DemandList demands)
    {
        LoihiNeurons[] registers = [.. _counts.Network.Populations.OfType<NeuronPopulation>().Select(p => p.Neurons).OfType<LoihiNeurons>()];
        demands.Add(Resources.ThresholdConfigurations, registers.SelectMany(n => n.ThresholdMantissa).Distinct().Count(), _chip.Core.ThresholdConfigurations);
        IEnumerable<IntegerWeights> formats = _counts.Network.Projections.Where((p, i) => p.ThirdFactor is null && _counts.Projections[i] is { IsExact: true, Synapses: > 0 })
            .Select(p => p.Unit).OfType<IntegerWeights>();
        demands.Add(Resources.SynapseConfigurations, formats.Distinct().Count(), _chip.Core.SynapseConfigurations);
    }
}
