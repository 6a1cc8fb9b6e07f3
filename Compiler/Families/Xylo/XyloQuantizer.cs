using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Second pass: weights become 8-bit integers with one shift per group, coefficients become dashes and registers.</summary>
internal static class XyloQuantizer
{
    private const int WeightBits = 8;

    /// <summary>Chooses a scale per population in physical units and a shift per group; integers pass through.</summary>
    public static XyloNetwork Quantize(CheckedNetwork valid, XyloLayout layout, DiagnosticBag diagnostics)
    {
        int populations = valid.Network.Populations.Count;
        XyloScales scales = XyloScales.Select(valid, layout, diagnostics);
        XyloRegisters?[] registers = new XyloRegisters?[populations];
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

            double? scale = scales.OfPopulation[target];
            potentialScale[target] = 1 / scale;
            (registers[target], PopulationQuantization loss) = population.Neurons is XyloNeurons given
                ? (XyloRegisters.Of(given), new PopulationQuantization { Name = population.Name })
                : XyloPhysicalRegisters.Lower(population, scale!.Value, valid.Chip, diagnostics);
            ContributionSums sums = new(population.Count);
            for (int p = 0; p < integers.Length; p++)
            {
                if (valid.TargetOf[p] == target)
                {
                    (integers[p], projectionLosses[p]) = Quantize(valid, p, population, scales, layout, sums, diagnostics);
                }
            }

            loss = XyloFiringAudit.Complete(loss, population, registers[target]!, sums, diagnostics);
            populationLosses.Add(loss with { PipelineDelay = valid.PipelineDelay[target] });
        }

        diagnostics.ThrowIfErrors();
        return new XyloNetwork(valid, layout, registers, potentialScale, integers, new QuantizationReport(populationLosses, projectionLosses));
    }

    private static (IntegerProjection Projection, ProjectionQuantization Loss) Quantize(
        CheckedNetwork valid, int index, NeuronPopulation target, XyloScales scales, XyloLayout layout, ContributionSums sums, DiagnosticBag diagnostics)
    {
        bool isFromSource = valid.Network.Populations[valid.SourceOf[index]] is SourcePopulation;
        int shift = scales.ShiftOf(layout.GroupOf(isFromSource, valid.TargetOf[index]));
        double[] factors = [1.0];
        if (target.Neurons is CurrentBasedNeurons physical)
        {
            double unit = Math.ScaleB(scales.OfPopulation[valid.TargetOf[index]]!.Value, -shift);
            factors = [.. XyloPhysicalRegisters.Gains(physical).Select(gain => gain * unit)];
        }

        WeightFormat format = new(WeightBits, shift, valid.Statistics[index].Sign, DelayBits: 0);
        XyloSynapseQuantizer quantizer = new(valid.Chip.Synapse.Weights!.Value, shift, factors);
        return ProjectionQuantizer.Quantize(valid, index, format, quantizer, sums, diagnostics);
    }
}
