using System.IO.Hashing;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Networks;

/// <summary>A fingerprint of everything that a network describes.</summary>
public static class NetworkHash
{
    /// <summary>Computes it: 32 lower-case hexadecimal digits of XXH128.</summary>
    /// <param name="network">A network that a builder has checked.</param>
    public static string Compute(Network network)
    {
        var hash = new XxHash128();
        hash.Add(network.Name);
        hash.Add(network.TimestepSeconds ?? double.NaN);
        hash.Add((long)network.Populations.Count);
        foreach (Population population in network.Populations)
        {
            Add(hash, population);
        }

        hash.Add((long)network.Projections.Count);
        foreach (Projection projection in network.Projections)
        {
            Add(hash, projection);
        }

        hash.Add((long)network.Outputs.Count);
        foreach (string output in network.Outputs)
        {
            hash.Add(output);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void Add(XxHash128 hash, Population population)
    {
        hash.Add(population.Name);
        hash.Add(population.Shape);
        switch (population)
        {
            case NeuronPopulation neurons:
                Add(hash, neurons.Neurons);
                hash.Add(neurons.PinnedCores ?? [-1]);
                break;
            case SourcePopulation source:
                Add(hash, source.Source);
                break;
        }
    }

    private static void Add(XxHash128 hash, NeuronParameters parameters)
    {
        hash.Add(parameters.GetType().Name);
        switch (parameters)
        {
            case CurrentBasedNeurons n:
                foreach (IReadOnlyList<double> list in new[] { n.CurrentDecay, n.CurrentGain, n.PotentialDecay, n.InputGain, n.Bias, n.Threshold, n.Reset, n.InitialPotential })
                {
                    hash.Add(list);
                }

                hash.Add((long)n.ResetMode);
                hash.Add(n.Refractory);
                break;
            case Loihi2Neurons n:
                hash.Add(n.Model.Name);
                foreach (Loihi2Register register in n.Model.Registers)
                {
                    hash.Add(n[register.Name]);
                }

                break;
            case TrueNorthNeurons n:
                foreach (IReadOnlyList<int> list in new[]
                {
                    n.Weight0, n.Weight1, n.Weight2, n.Weight3, n.StochasticTypes, n.Leak, n.StochasticLeak, n.LeakReversal, n.Threshold,
                    n.ThresholdMask, n.NegativeThreshold, n.NegativeInclusive, n.NegativeSaturates, n.Reset, n.ResetMode, n.InitialPotential,
                })
                {
                    hash.Add(list);
                }

                break;
            case LoihiNeurons n:
                foreach (IReadOnlyList<int> list in new[]
                {
                    n.CurrentDecay, n.PotentialDecay, n.ThresholdMantissa, n.BiasMantissa, n.BiasExponent, n.Refractory,
                    n.MinimumExponent, n.MaximumExponent, n.InitialCurrent, n.InitialPotential,
                })
                {
                    hash.Add(list);
                }

                break;
            case OdinNeurons n:
                foreach (IReadOnlyList<int> list in new[]
                {
                    n.Leak, n.Threshold, n.CalciumEnabled, n.LearningPotential, n.CalciumLow, n.CalciumMiddle, n.CalciumHigh, n.CalciumPeriod,
                    n.Disabled, n.InitialPotential, n.InitialCalcium, [n.TimeReferencePeriod, n.UpdateUnmapped ? 1 : 0, n.PropagateUnmapped ? 1 : 0],
                })
                {
                    hash.Add(list);
                }

                break;
            case XyloNeurons n:
                foreach (IReadOnlyList<int> list in new[] { n.SynapseDash, n.SecondSynapseDash, n.MembraneDash, n.Threshold, n.Bias, n.Alias })
                {
                    hash.Add(list);
                }

                break;
        }
    }

    private static void Add(XxHash128 hash, SpikeSource source)
    {
        hash.Add(source.GetType().Name);
        switch (source)
        {
            case ListSource list:
                hash.Add(list.Timesteps);
                hash.Add(list.Neurons);
                break;
            case PoissonSource poisson:
                hash.Add(poisson.Probability);
                break;
        }
    }

    private static void Add(XxHash128 hash, Projection projection)
    {
        hash.Add(projection.Name);
        hash.Add(projection.Source);
        hash.Add(projection.Target);
        projection.Connectivity.AddTo(hash);
        hash.Add(projection.Unit is IntegerWeights integers ? [integers.Bits, integers.Exponent, (int)integers.Sign] : Array.Empty<int>());
        hash.Add(projection.Encoding is { } form ? (long)form : -1L);
        hash.Add((long)projection.Receptor);
        if (projection.Plasticity is { } plasticity)
        {
            Add(hash, plasticity);
        }

        if (projection.ThirdFactor is { } factor)
        {
            hash.Add("third factor");
            hash.Add([factor.Trace, (int)factor.Mode]);
        }
    }

    private static void Add(XxHash128 hash, Plasticity plasticity)
    {
        hash.Add(plasticity.Rule.ToString());
        hash.Add([plasticity.EpochTimesteps, (int)plasticity.Graded, plasticity.Tag]);
        hash.Add(plasticity.MaximumWeight ?? double.NaN);
        foreach (TraceParameters trace in plasticity.Traces)
        {
            hash.Add((long)trace.Impulse);
            hash.Add(trace.TimeConstant);
        }
    }
}
