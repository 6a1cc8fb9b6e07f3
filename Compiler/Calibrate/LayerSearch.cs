using Ganglion.Compiler.Check;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Calibrate;

/// <summary>Searches the way to quantize one population with which it fires most like in floating point, on its exact input.</summary>
/// <remarks>
/// Every candidate replays the samples alone, fed with what the other populations did in floating point, so that it answers for its own
/// rounding only. Ties go to the earlier candidate, and a finer grouping must remove a good part of the error that is left.
/// </remarks>
internal sealed class LayerSearch(CheckedNetwork valid, CompilerOptions options, ReferenceRecording[] samples)
{
    private const double LeastGainOfFinerGrouping = 0.3;

    // Synaptic events and neuron updates that the candidates of one population may take together.
    private const double WorkLimit = 1e9;

    private static readonly double[] Divisors = [1, 1.06, 1.13, 1.2, 1.27, 1.35, 1.43, 1.52, 1.61, 1.7, 1.81, 1.92];
    private readonly PopulationQuantizer _quantizer = new(valid, options);

    /// <summary>Finds the best candidate.</summary>
    /// <param name="target">Index of a neuron population.</param>
    /// <param name="plain">The population without calibration.</param>
    public QuantizedPopulation Find(int target, QuantizedPopulation plain)
    {
        Candidate best = Replay(target, plain);
        if (plain.Scale is null)
        {
            return plain;
        }

        WeightGrouping[] groupings = options.WeightGrouping is { } given ? [given] : Enum.GetValues<WeightGrouping>();
        int affordable = (int)Math.Clamp(WorkLimit / (groupings.Length * 2 * Work(target, plain)), 1, Divisors.Length);
        foreach (WeightGrouping grouping in groupings)
        {
            Candidate? finest = null;
            foreach (double divisor in Divisors.AsSpan(0, affordable))
            {
                PopulationPlan plan = new() { Grouping = grouping, ScaleDivisor = divisor };
                Candidate nearest = Replay(target, _quantizer.Quantize(target, plan));
                if (!Fits(nearest.Population))
                {
                    break;
                }

                finest = Better(finest, nearest);
                if (RateWeightedRounding.Find(valid, target, nearest.Population, plan, samples) is { } rounding)
                {
                    finest = Better(finest, Replay(target, _quantizer.Quantize(target, plan with { Rounding = rounding })));
                }
            }

            double required = options.WeightGrouping is null && grouping != WeightGrouping.One ? 1 - LeastGainOfFinerGrouping : 1;
            if (finest is { } found && found.Error < best.Error * required)
            {
                best = found;
            }
        }

        return best.Population;
    }

    private static Candidate Better(Candidate? old, Candidate now) => old is { } kept && kept.Error <= now.Error ? kept : now;

    private Candidate Replay(int target, QuantizedPopulation population)
    {
        var alone = new QuantizedPopulation?[valid.Network.Populations.Count];
        alone[target] = population;
        LayerCounts counts = AgreementMeter.Compare(valid, alone, samples)[target]!;
        return new Candidate(population, counts.Moved + counts.CountError);
    }

    /// <summary>Whether every neuron can lie on a core, with as many formats.</summary>
    private bool Fits(QuantizedPopulation population)
    {
        int formats = population.Parts.SelectMany(parts => parts).Select(part => part.Format).Distinct().Count();
        return formats <= (valid.Chip.Core.SynapseConfigurations ?? int.MaxValue);
    }

    private double Work(int target, QuantizedPopulation plain)
    {
        double updates = samples.Sum(sample => (double)sample.Sample.Timesteps) * valid.Network.Populations[target].Count;
        double events = plain.Parts.SelectMany(parts => parts).Sum(part =>
            (double)part.Synapses / valid.Network.Populations[part.Source].Count * samples.Sum(sample => (double)sample.Populations[part.Source].Spikes));
        return updates + events + plain.Parts.SelectMany(parts => parts).Sum(part => (double)part.Synapses);
    }

    private readonly record struct Candidate(QuantizedPopulation Population, long Error);
}
