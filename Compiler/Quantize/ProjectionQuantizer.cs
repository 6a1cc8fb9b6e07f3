using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Arithmetic;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Reads the synapses of a projection, keeps them as integers and measures what that costs.</summary>
internal static class ProjectionQuantizer
{
    // A few weights near zero vanish in every trained network.
    private const double WarnedShareOfLostWeights = 0.05;

    /// <summary>Quantizes a projection.</summary>
    /// <param name="valid">The network.</param>
    /// <param name="index">Index of the projection.</param>
    /// <param name="format">Format of its weights.</param>
    /// <param name="quantizer">Turns its synapses into integers.</param>
    /// <param name="sums">Receives the contributions onto every target neuron.</param>
    /// <param name="diagnostics">Receives clipped and lost weights.</param>
    /// <param name="rounding">Contributions to round to, in the order of the rows; <see langword="null"/> for the nearest.</param>
    public static (IntegerProjection Projection, ProjectionQuantization Loss) Quantize(
        CheckedNetwork valid, int index, WeightFormat format, ISynapseQuantizer quantizer, ContributionSums sums, DiagnosticBag diagnostics,
        int[]? rounding = null)
    {
        Projection description = valid.Network.Projections[index];
        WeightLosses losses = new(Math.ScaleB(1, format.SumExponent), Math.ScaleB(1, format.Exponent));
        int sources = valid.Network.Populations[valid.SourceOf[index]].Count;
        int[] rowStarts = new int[sources + 1];
        IntegerSynapse[] synapses = new IntegerSynapse[valid.Statistics[index].Synapses];
        List<Synapse> row = [];
        int next = 0;
        bool isMantissa = description.Plasticity is not null;
        for (int source = 0; source < sources; source++)
        {
            row.Clear();
            description.Connectivity.AppendRow(source, row);
            foreach (ref readonly Synapse synapse in CollectionsMarshal.AsSpan(row))
            {
                Synapse wanted = rounding is null
                    ? synapse
                    : synapse with { Weight = Math.ScaleB(rounding[next], -format.Exponent) / quantizer.Factor(synapse.Target) };
                IntegerSynapse integer = quantizer.Quantize(wanted, out bool isClipped);
                synapses[next++] = integer;
                short contribution = isMantissa ? Contribution(integer.Contribution, format) : integer.Contribution;
                if (description.ThirdFactor is null)
                {
                    sums.Add(integer.Target, contribution);
                }

                losses.Add(synapse.Weight, quantizer.Factor(synapse.Target), contribution, isClipped);
            }

            rowStarts[source + 1] = next;
        }

        ProjectionQuantization loss = losses.Report(description.Name, format, next);
        Report(loss, diagnostics);
        return (new IntegerProjection(description, valid.SourceOf[index], valid.TargetOf[index], format, rowStarts, synapses), loss);
    }

    private static short Contribution(short mantissa, WeightFormat format) =>
        LoihiWeight.Contribution(mantissa, format.Bits, format.Exponent, format.IsMixed);

    /// <summary>Reports clipped and lost weights.</summary>
    public static void Report(ProjectionQuantization loss, DiagnosticBag diagnostics)
    {
        string path = $"projection '{loss.Name}'";
        if (loss.Clipped > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.ClippedWeights, path, $"{loss.Clipped:N0} of {loss.Synapses:N0} weights clipped", null, "smaller weights");
        }

        if (loss.Lost > loss.Synapses * WarnedShareOfLostWeights)
        {
            diagnostics.Report(
                CompilerDiagnostics.LostWeights, path, $"{loss.Lost:N0} of {loss.Synapses:N0} weights became 0", null, "more weight bits");
        }
    }
}
