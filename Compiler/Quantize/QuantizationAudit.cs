using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Measures what the chosen integers cost, reading every synapse once.</summary>
internal static class QuantizationAudit
{
    public static QuantizationReport Measure(
        CheckedNetwork valid, CompartmentRegisters?[] registers, IntegerProjection[] projections, PopulationQuantization[] losses,
        DiagnosticBag diagnostics)
    {
        Network network = valid.Network;
        ContributionSums?[] sums = [.. network.Populations.Select(p => p is NeuronPopulation ? new ContributionSums(p.Count) : null)];
        ProjectionQuantization[] perProjection =
            [.. projections.Select(p => MeasureProjection(p, network.Populations[p.Source].Count, sums[p.Target]!, diagnostics))];

        List<PopulationQuantization> perPopulation = [];
        for (int i = 0; i < network.Populations.Count; i++)
        {
            if (network.Populations[i] is NeuronPopulation population)
            {
                perPopulation.Add(FiringAudit.Measure(population, registers[i]!, sums[i]!, valid.Chip, diagnostics) with
                {
                    Scale = losses[i].Scale,
                    ThresholdError = losses[i].ThresholdError,
                    BiasError = losses[i].BiasError,
                    PipelineDelay = valid.PipelineDelay[i],
                });
            }
        }

        return new QuantizationReport(perPopulation, perProjection);
    }

    private static ProjectionQuantization MeasureProjection(
        IntegerProjection projection, int sources, ContributionSums sums, DiagnosticBag diagnostics)
    {
        bool isInteger = projection.Description.Unit is IntegerWeights;
        (int smallest, int largest) = IntegerProjection.MantissaRange(projection.Format);
        long clipped = 0;
        long lost = 0;
        double maximumError = 0;
        double squares = 0;
        double scale = 0;
        double unit = Math.ScaleB(1, projection.Format.Exponent);
        List<Synapse> row = [];
        for (int source = 0; source < sources; source++)
        {
            foreach (ref readonly Synapse synapse in projection.Read(source, row))
            {
                short contribution = projection.Contribution(synapse);
                sums.Add(synapse.Target, contribution);
                double factor = projection.Factor(synapse) * unit;
                if (factor == 0)
                {
                    continue;
                }

                scale = Math.Max(scale, Math.Abs(factor));
                lost += contribution == 0 && synapse.Weight != 0 ? 1 : 0;
                double unlimited = isInteger ? 0 : projection.UnlimitedMantissa(synapse);
                clipped += unlimited < smallest || unlimited > largest ? 1 : 0;
                double error = (contribution / factor) - synapse.Weight;
                maximumError = Math.Max(maximumError, Math.Abs(error));
                squares += error * error;
            }
        }

        Report(projection, clipped, lost, diagnostics);
        return new ProjectionQuantization
        {
            Name = projection.Description.Name,
            Synapses = projection.Synapses,
            Bits = projection.Format.Bits,
            Exponent = projection.Format.Exponent,
            Scale = scale,
            MaximumError = maximumError,
            RootMeanSquareError = projection.Synapses == 0 ? 0 : Math.Sqrt(squares / projection.Synapses),
            Clipped = clipped,
            Lost = lost,
        };
    }

    private static void Report(IntegerProjection projection, long clipped, long lost, DiagnosticBag diagnostics)
    {
        string path = $"projection '{projection.Description.Name}'";
        if (clipped > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.ClippedWeights, path, $"{clipped:N0} of {projection.Synapses:N0} weights clipped", null, "smaller weights");
        }

        if (lost > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.LostWeights, path, $"{lost:N0} of {projection.Synapses:N0} weights became 0", null, "more weight bits");
        }
    }
}
