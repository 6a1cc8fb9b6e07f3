using System.Numerics;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Second pass: real coefficients become registers, real weights become mantissas and exponents.</summary>
internal static class NetworkQuantizer
{
    /// <summary>Chooses a scale per population and a format per projection; integers pass through.</summary>
    public static IntegerNetwork Quantize(CheckedNetwork valid, CompilerOptions options, DiagnosticBag diagnostics)
    {
        int populations = valid.Network.Populations.Count;
        int projections = valid.Network.Projections.Count;
        CompartmentRegisters?[] registers = new CompartmentRegisters?[populations];
        double?[] potentialScale = new double?[populations];
        IntegerProjection[] integers = new IntegerProjection[projections];
        ProjectionQuantization[] projectionLosses = new ProjectionQuantization[projections];
        List<PopulationQuantization> populationLosses = [];
        for (int target = 0; target < populations; target++)
        {
            if (valid.Network.Populations[target] is not NeuronPopulation population)
            {
                continue;
            }

            int[] incoming = [.. Enumerable.Range(0, projections).Where(p => valid.TargetOf[p] == target)];
            for (int halvings = 0; ; halvings++)
            {
                DiagnosticBag found = new();
                (registers[target], double? scale, PopulationQuantization loss) = Lower(valid, target, incoming, options, halvings, found);
                potentialScale[target] = 1.0 / (scale * (1 << valid.Chip.Synapse.WeightShift));
                ContributionSums sums = new(population.Count);
                foreach (int p in incoming)
                {
                    WeightFormat format = Format(valid, p, scale, options) with { SumExponent = registers[target]!.SumExponent(valid.Network.Projections[p].Receptor) };
                    Projection description = valid.Network.Projections[p];
                    WeightFormat stored = description.Plasticity is null && description.ThirdFactor is null ? format : format with { Exponent = 0 };
                    SynapseQuantizer quantizer = new(description.Unit, stored, Factors(population, scale, format), valid.DelayShift[p]);
                    (integers[p], projectionLosses[p]) = ProjectionQuantizer.Quantize(valid, p, format, quantizer, sums, found);
                }

                // Rounded weights can add up to more than the exact ones, for which the scale was chosen.
                if (scale is not null && incoming.Any(p => integers[p].Format.Exponent > 0) && sums.Exceed(short.MaxValue))
                {
                    continue;
                }

                if (registers[target] is LifRegisters lif)
                {
                    if (valid.Chip.Compartment.Refractory.Contains(valid.PipelineDelay[target]))
                    {
                        registers[target] = lif.StartingAfter(valid.PipelineDelay[target]);
                    }

                    loss = FiringAudit.Complete(loss, population, lif, sums, valid.Chip, found);
                }

                populationLosses.Add(loss with { PipelineDelay = valid.PipelineDelay[target] });
                diagnostics.Add(found);
                break;
            }
        }

        diagnostics.ThrowIfErrors();
        return new IntegerNetwork
        {
            Network = valid.Network,
            Chip = valid.Chip,
            FirstNeuron = valid.FirstNeuron,
            Decided = valid.Decided,
            Registers = registers,
            PotentialScale = potentialScale,
            Projections = integers,
            Outgoing = [.. Enumerable.Range(0, populations).Select(s => Outgoing(valid, integers, s))],
            Report = new QuantizationReport(populationLosses, projectionLosses),
        };
    }

    private static int[] Outgoing(CheckedNetwork valid, IntegerProjection[] projections, int source) =>
        [.. Enumerable.Range(0, projections.Length).Where(p => valid.SourceOf[p] == source).OrderBy(p => projections[p].Kind)];

    private static (CompartmentRegisters Registers, double? Scale, PopulationQuantization Loss) Lower(
        CheckedNetwork valid, int target, int[] incoming, CompilerOptions options, int halvings, DiagnosticBag diagnostics)
    {
        NeuronPopulation population = (NeuronPopulation)valid.Network.Populations[target];
        if (population.Neurons is LoihiNeurons given)
        {
            return (GivenRegisters.Lower(given), null, new PopulationQuantization { Name = population.Name });
        }

        if (population.Neurons is Loihi2Neurons graded)
        {
            return (GradedRegisters.Lower(graded, GradedExponents.Join(valid, graded, incoming, diagnostics)), null, new PopulationQuantization { Name = population.Name });
        }

        CurrentBasedNeurons physical = (CurrentBasedNeurons)population.Neurons;
        double[] sums = [.. Enumerable.Range(0, population.Count).Select(valid.Inputs[target]!.LargestSum)];
        double scale = ScaleSelector.Select(physical, [.. incoming.Select(p => valid.Statistics[p])], sums, valid.Chip, WeightBits(valid, options), halvings);
        if (!double.IsNormal(scale) || !sums.All(double.IsFinite))
        {
            diagnostics.Report(
                CompilerDiagnostics.NoScale, $"population '{population.Name}'", "weights, gains, thresholds or biases beyond any common scale");
            scale = 1;
        }

        (CompartmentRegisters registers, PopulationQuantization loss) = PhysicalRegisters.Lower(population, physical, scale, valid.Chip, diagnostics);
        return (registers, scale, loss);
    }

    private static WeightFormat Format(CheckedNetwork valid, int p, double? scale, CompilerOptions options)
    {
        int delayBits = DelayBits(valid, p);
        if (valid.Network.Projections[p].Unit is IntegerWeights given)
        {
            return new WeightFormat(given.Bits, given.Exponent, given.Sign, delayBits) { LearningBits = LearningBits(valid.Network.Projections[p]) };
        }

        SynapseStatistics weights = valid.Statistics[p];
        WeightFormat format = new(WeightBits(valid, options), 0, weights.Sign, delayBits);
        return format with { Exponent = ScaleSelector.Exponent(weights.Largest * scale!.Value, format, valid.Chip.Synapse.WeightExponent) };
    }

    private static int LearningBits(Projection projection) =>
        projection.Plasticity is { Rule: var rule } ? LearningCost.Of(rule).AddedBits : 0;

    private static double[] Factors(NeuronPopulation population, double? scale, WeightFormat format) => scale is { } perPotential
        ? [.. PopulationInput.GainsOf(population.Neurons).Select(gain => gain * Math.ScaleB(perPotential, -format.Exponent))]
        : [1.0];

    private static int WeightBits(CheckedNetwork valid, CompilerOptions options) => options.WeightBits ?? valid.Chip.Synapse.WeightBits.Max();

    private static int DelayBits(CheckedNetwork valid, int p)
    {
        int largest = Math.Max(0, valid.Statistics[p].MaximumDelay + valid.DelayShift[p] - 1);
        return largest == 0 ? 0 : BitOperations.Log2((uint)largest) + 1;
    }
}
