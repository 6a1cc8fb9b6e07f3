using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Second pass: weights become integers of 3 bits and a sign, thresholds and constant leaks become registers.</summary>
internal static class OdinQuantizer
{
    /// <summary>Chooses a scale per population in physical units; integers pass through.</summary>
    public static OdinNetwork Quantize(CheckedNetwork valid, DiagnosticBag diagnostics)
    {
        int populations = valid.Network.Populations.Count;
        OdinNeurons?[] registers = new OdinNeurons?[populations];
        double?[] potentialScale = new double?[populations];
        IntegerProjection[] integers = new IntegerProjection[valid.Network.Projections.Count];
        ProjectionQuantization[] projectionLosses = new ProjectionQuantization[integers.Length];
        List<PopulationQuantization> populationLosses = [];
        for (int target = 0; target < populations; target++)
        {
            if (valid.Network.Populations[target] is not NeuronPopulation population)
            {
                continue;
            }

            (registers[target], double? scale, PopulationQuantization loss) = Lower(valid, target, population, diagnostics);
            potentialScale[target] = 1 / scale;
            ContributionSums sums = new(population.Count);
            double[] factors = [.. PopulationInput.GainsOf(population.Neurons).Select(gain => gain * (scale ?? 1))];
            for (int p = 0; p < integers.Length; p++)
            {
                if (valid.TargetOf[p] == target)
                {
                    WeightFormat format = new(valid.Chip.Synapse.WeightBits.Max(), Exponent: 0, valid.Statistics[p].Sign, DelayBits: 0);
                    OdinSynapseQuantizer quantizer = new(OdinLimits.Weights(valid.Chip), factors);
                    (integers[p], projectionLosses[p]) = ProjectionQuantizer.Quantize(valid, p, format, quantizer, sums, diagnostics);
                }
            }

            populationLosses.Add(
                OdinFiringAudit.Complete(loss, population, registers[target]!, sums, diagnostics) with { PipelineDelay = valid.PipelineDelay[target] });
        }

        diagnostics.ThrowIfErrors();
        QuantizationReport report = new(populationLosses, projectionLosses);
        return new OdinNetwork(
            valid, OdinLayout.Of(valid.Network), OdinSettings.Of(valid.Network, diagnostics), registers, potentialScale, integers, report);
    }

    private static (OdinNeurons Registers, double? Scale, PopulationQuantization Loss) Lower(
        CheckedNetwork valid, int target, NeuronPopulation population, DiagnosticBag diagnostics)
    {
        if (population.Neurons is OdinNeurons given)
        {
            return (given, null, new PopulationQuantization { Name = population.Name });
        }

        double scale = OdinScale.Select(valid, target);
        if (!double.IsNormal(scale))
        {
            diagnostics.Report(CompilerDiagnostics.NoScale, $"population '{population.Name}'", "weights, gains, thresholds or biases beyond any common scale");
            scale = 1;
        }

        (OdinNeurons registers, PopulationQuantization loss) = OdinPhysicalRegisters.Lower(population, scale, valid.Chip, diagnostics);
        return (registers, scale, loss);
    }
}
