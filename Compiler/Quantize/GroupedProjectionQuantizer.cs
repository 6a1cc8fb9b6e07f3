using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Arithmetic;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Divides the synapses of a projection among several weight formats.</summary>
internal static class GroupedProjectionQuantizer
{
    /// <summary>Quantizes a projection of static weights in physical units.</summary>
    /// <param name="valid">The network.</param>
    /// <param name="index">Index of the projection.</param>
    /// <param name="formats">Formats to choose from, ascending by exponent.</param>
    /// <param name="pairs">Whether a second synapse takes up what the first rounds off.</param>
    /// <param name="factors">Weight units per unit of weight onto every target neuron, or a single one for all.</param>
    /// <param name="rounding">Contributions to round to, in the order of the rows; <see langword="null"/> for the nearest.</param>
    /// <param name="sums">Receives the contributions onto every target neuron.</param>
    /// <param name="diagnostics">Receives clipped and lost weights.</param>
    public static (IntegerProjection[] Parts, ProjectionQuantization Loss) Quantize(
        CheckedNetwork valid, int index, WeightFormat[] formats, bool pairs, double[] factors, int[]? rounding, ContributionSums sums, DiagnosticBag diagnostics)
    {
        Projection description = valid.Network.Projections[index];
        int sources = valid.Network.Populations[valid.SourceOf[index]].Count;
        Part[] parts = [.. formats.Select(format => new Part(format, sources))];
        WeightLosses losses = new(1, 1);
        List<Synapse> row = [];
        int synapses = 0;
        for (int source = 0; source < sources; source++)
        {
            row.Clear();
            description.Connectivity.AppendRow(source, row);
            foreach (ref readonly Synapse synapse in CollectionsMarshal.AsSpan(row))
            {
                double factor = factors[factors.Length == 1 ? 0 : synapse.Target];
                ushort delay = (ushort)Math.Max(0, synapse.Delay + valid.DelayShift[index] - 1);
                double exact = rounding is null ? synapse.Weight * factor : rounding[synapses];
                synapses++;
                int contribution = Add(parts, exact, synapse.Target, delay, out bool isClipped);
                if (pairs && Math.Abs(exact - contribution) >= 0.5)
                {
                    contribution += Add(parts, exact - contribution, synapse.Target, delay, out isClipped);
                }

                sums.Add(synapse.Target, (short)contribution);

                losses.Add(synapse.Weight, factor, contribution, isClipped);
            }

            foreach (Part part in parts)
            {
                part.RowStarts[source + 1] = part.Synapses.Count;
            }
        }

        Part[] used = [.. parts.Where(part => part.Synapses.Count > 0)];
        used = used.Length > 0 ? used : parts[..1];
        ProjectionQuantization loss = losses.Report(description.Name, used.MaxBy(part => part.Format.Exponent)!.Format, synapses) with { Formats = used.Length };
        ProjectionQuantizer.Report(loss, diagnostics);
        return (
            [.. used.Select(part => new IntegerProjection(
                description, valid.SourceOf[index], valid.TargetOf[index], part.Format, part.RowStarts, [.. part.Synapses]))],
            loss);
    }

    private static int Add(Part[] parts, double value, int target, ushort delay, out bool isClipped)
    {
        (Part part, short rounded) = Choose(parts, value, out isClipped);
        part.Synapses.Add(new IntegerSynapse(target, rounded, delay));
        return rounded;
    }

    /// <summary>The smallest exponent at which a weight fits loses least of it.</summary>
    private static (Part Part, short Contribution) Choose(Part[] parts, double exact, out bool isClipped)
    {
        Part? last = null;
        int magnitude = 0;
        foreach (Part part in parts)
        {
            if (part.Format.Sign == (exact < 0 ? SignMode.Inhibitory : SignMode.Excitatory))
            {
                last = part;
                magnitude = (int)Math.Min(512, Math.Round(Math.ScaleB(Math.Abs(exact), -part.Format.Exponent) / part.Format.Step)) * part.Format.Step;
                if (magnitude <= 256 - part.Format.Step)
                {
                    break;
                }
            }
        }

        isClipped = magnitude > 256 - last!.Format.Step;
        int mantissa = Math.Min(magnitude, 256 - last.Format.Step) * (exact < 0 ? -1 : 1);
        return (last, LoihiWeight.Contribution(mantissa, last.Format.Bits, last.Format.Exponent, mixed: false));
    }

    private sealed class Part(WeightFormat format, int sources)
    {
        public WeightFormat Format => format;

        public List<IntegerSynapse> Synapses { get; } = [];

        public int[] RowStarts { get; } = new int[sources + 1];
    }
}
