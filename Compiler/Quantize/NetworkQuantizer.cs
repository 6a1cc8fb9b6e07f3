using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Second pass: real coefficients become registers, real weights become mantissas and exponents.</summary>
internal static class NetworkQuantizer
{
    /// <summary>Chooses a scale per population and formats per projection; integers pass through.</summary>
    public static IntegerNetwork Quantize(CheckedNetwork valid, CompilerOptions options, DiagnosticBag diagnostics)
    {
        PopulationQuantizer quantizer = new(valid, options);
        PopulationPlan plan = PopulationPlan.Default(options);
        QuantizedPopulation?[] populations =
            [.. valid.Network.Populations.Select((population, p) => population is NeuronPopulation ? quantizer.Quantize(p, plan) : null)];
        return Assemble(valid, populations, diagnostics);
    }

    /// <summary>Joins populations to a network.</summary>
    /// <param name="valid">The network.</param>
    /// <param name="populations">All neuron populations; <see langword="null"/> for spike sources.</param>
    /// <param name="diagnostics">Receives what was found about each of them.</param>
    public static IntegerNetwork Assemble(CheckedNetwork valid, QuantizedPopulation?[] populations, DiagnosticBag diagnostics)
    {
        IntegerProjection[] projections = new IntegerProjection[valid.Network.Projections.Count];
        ProjectionQuantization[] projectionLosses = new ProjectionQuantization[projections.Length];
        List<IntegerProjection> further = [];
        foreach (QuantizedPopulation population in populations.OfType<QuantizedPopulation>())
        {
            diagnostics.Add(population.Findings);
            foreach ((int index, int p) in population.Incoming.Index())
            {
                projections[p] = population.Parts[index][0];
                further.AddRange(population.Parts[index][1..]);
                projectionLosses[p] = population.ProjectionLosses[index];
            }
        }

        diagnostics.ThrowIfErrors();
        projections = [.. projections, .. further];
        return new IntegerNetwork
        {
            Network = valid.Network,
            Chip = valid.Chip,
            FirstNeuron = valid.FirstNeuron,
            Decided = valid.Decided,
            Registers = [.. populations.Select(population => population?.Registers)],
            PotentialScale = [.. populations.Select(population => 1.0 / (population?.Scale * (1 << valid.Chip.Synapse.WeightShift)))],
            Projections = projections,
            Outgoing = [.. populations.Select((_, source) => Outgoing(projections, source))],
            Report = new QuantizationReport([.. populations.OfType<QuantizedPopulation>().Select(population => population.Loss)], projectionLosses),
        };
    }

    private static int[] Outgoing(IntegerProjection[] projections, int source) =>
        [.. Enumerable.Range(0, projections.Length).Where(p => projections[p].Source == source).OrderBy(p => projections[p].Kind)];
}
