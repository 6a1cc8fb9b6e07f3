using System.Numerics;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Turns one population and the projections onto it into integers, by a plan.</summary>
/// <param name="valid">The network.</param>
/// <param name="options">What the user chose.</param>
internal sealed class PopulationQuantizer(CheckedNetwork valid, CompilerOptions options)
{
    private int WeightBits => options.WeightBits ?? valid.Chip.Synapse.WeightBits.Max();

    /// <summary>Quantizes a population.</summary>
    /// <param name="target">Index of a neuron population.</param>
    /// <param name="plan">What was chosen for it.</param>
    public QuantizedPopulation Quantize(int target, PopulationPlan plan)
    {
        NeuronPopulation population = (NeuronPopulation)valid.Network.Populations[target];
        int[] incoming = [.. Enumerable.Range(0, valid.Network.Projections.Count).Where(p => valid.TargetOf[p] == target)];
        for (int halvings = 0; ; halvings++)
        {
            DiagnosticBag found = new();
            (CompartmentRegisters registers, double? scale, PopulationQuantization loss) = Lower(target, incoming, plan, halvings, found);
            ContributionSums sums = new(population.Count);
            (IntegerProjection[] Parts, ProjectionQuantization Loss)[] projections =
                [.. incoming.Select((p, index) => Quantize(p, population, registers, scale, plan, plan.Rounding?[index], sums, found))];

            // Rounded weights can add up to more than the exact ones, for which the scale was chosen.
            bool hasRoom = projections.Any(projection => projection.Parts.Any(part => part.Format.Exponent > 0));
            if (scale is not null && hasRoom && sums.Exceed(short.MaxValue))
            {
                continue;
            }

            if (registers is LifRegisters lif)
            {
                if (valid.Chip.Compartment.Refractory.Contains(valid.PipelineDelay[target]))
                {
                    registers = lif.StartingAfter(valid.PipelineDelay[target]);
                }

                loss = FiringAudit.Complete(loss, population, lif, sums, valid.Chip, found);
            }

            return new QuantizedPopulation
            {
                Registers = registers,
                Scale = scale,
                Incoming = incoming,
                Parts = [.. projections.Select(projection => projection.Parts)],
                Loss = loss with { PipelineDelay = valid.PipelineDelay[target] },
                ProjectionLosses = [.. projections.Select(projection => projection.Loss)],
                Findings = found,
            };
        }
    }

    private (CompartmentRegisters Registers, double? Scale, PopulationQuantization Loss) Lower(
        int target, int[] incoming, PopulationPlan plan, int halvings, DiagnosticBag diagnostics)
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
        double scale = ScaleSelector.Select(physical, [.. incoming.Select(p => valid.Statistics[p])], sums, valid.Chip, WeightBits, halvings, plan);
        if (!double.IsNormal(scale) || !sums.All(double.IsFinite))
        {
            diagnostics.Report(
                CompilerDiagnostics.NoScale, $"population '{population.Name}'", "weights, gains, thresholds or biases beyond any common scale");
            scale = 1;
        }

        (CompartmentRegisters registers, PopulationQuantization loss) = PhysicalRegisters.Lower(population, physical, scale, valid.Chip, diagnostics);
        return (registers, scale, loss);
    }

    private (IntegerProjection[] Parts, ProjectionQuantization Loss) Quantize(
        int p, NeuronPopulation population, CompartmentRegisters registers, double? scale, PopulationPlan plan, int[]? rounding, ContributionSums sums, DiagnosticBag found)
    {
        Projection description = valid.Network.Projections[p];
        bool isStatic = description.Plasticity is null && description.ThirdFactor is null;
        if (plan.Grouping != WeightGrouping.One && isStatic && description.Unit is PhysicalWeights)
        {
            WeightFormat[] formats = WeightFormats.Of(plan.Grouping, valid.Statistics[p], scale!.Value, WeightBits, WidestDelayBits(), valid.Chip.Synapse.WeightExponent);
            return GroupedProjectionQuantizer.Quantize(valid, p, formats, plan.Grouping == WeightGrouping.Pairs, Factors(population, scale, 0), rounding, sums, found);
        }

        WeightFormat format = Format(p, scale) with { SumExponent = registers.SumExponent(description.Receptor) };
        WeightFormat stored = isStatic ? format : format with { Exponent = 0 };
        SynapseQuantizer quantizer = new(description.Unit, stored, Factors(population, scale, format.Exponent), valid.DelayShift[p]);
        (IntegerProjection projection, ProjectionQuantization loss) = ProjectionQuantizer.Quantize(valid, p, format, quantizer, sums, found, rounding);
        return ([projection], loss);
    }

    private WeightFormat Format(int p, double? scale)
    {
        Projection description = valid.Network.Projections[p];
        if (description.Unit is IntegerWeights given)
        {
            return new WeightFormat(given.Bits, given.Exponent, given.Sign, DelayBits(p))
            {
                LearningBits = description.Plasticity is { Rule: var rule } ? LearningCost.Of(rule).AddedBits : 0,
            };
        }

        SynapseStatistics weights = valid.Statistics[p];
        WeightFormat format = new(WeightBits, 0, weights.Sign, DelayBits(p));
        return format with { Exponent = ScaleSelector.Exponent(weights.Largest * scale!.Value, format, valid.Chip.Synapse.WeightExponent) };
    }

    private static double[] Factors(NeuronPopulation population, double? scale, int exponent) => scale is { } perPotential
        ? [.. PopulationInput.GainsOf(population.Neurons).Select(gain => gain * Math.ScaleB(perPotential, -exponent))]
        : [1.0];

    private int DelayBits(int p)
    {
        int largest = Math.Max(0, valid.Statistics[p].MaximumDelay + valid.DelayShift[p] - 1);
        return largest == 0 ? 0 : BitOperations.Log2((uint)largest) + 1;
    }

    /// <summary>Delays as wide everywhere, so that projections with many formats share them: a core has few.</summary>
    private int WidestDelayBits() => Enumerable.Range(0, valid.Network.Projections.Count).Max(DelayBits);
}
