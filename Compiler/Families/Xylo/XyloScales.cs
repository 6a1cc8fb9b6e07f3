using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Units of the chip's states per unit of potential for every population, and the left shift of every group of weights.</summary>
/// <remarks>
/// The largest weight onto a population fills 8 bits. From there the scale doubles as long as thresholds, biases and the synapse states
/// under one spike per neuron and timestep stay within 16 bits, since a state loses at least 1 per timestep however small it is; the
/// hidden populations double together, because their weights share a shift. Weights given as integers decide the shift of their group.
/// </remarks>
internal sealed class XyloScales
{
    private readonly Dictionary<XyloGroup, int> _shifts = [];

    private XyloScales(double?[] ofPopulation) => OfPopulation = ofPopulation;

    /// <summary>Scale of every population; <see langword="null"/> for sources and for neurons in registers.</summary>
    public double?[] OfPopulation { get; }

    /// <summary>Left shift of a group, in bits.</summary>
    public int ShiftOf(XyloGroup group) => _shifts.GetValueOrDefault(group);

    /// <summary>Chooses scales and shifts.</summary>
    public static XyloScales Select(CheckedNetwork valid, XyloLayout layout, DiagnosticBag diagnostics)
    {
        XyloScales scales = new(new double?[valid.Network.Populations.Count]);
        XyloInputExtent?[] inputs = [.. valid.Network.Populations.Select((_, p) => XyloInputExtent.Of(valid, p))];
        IntegerRange shifts = valid.Chip.Synapse.WeightExponent;
        foreach (bool isOutput in new[] { false, true })
        {
            int[] targets = [.. Enumerable.Range(0, inputs.Length).Where(p => inputs[p] is not null && layout.IsOutput(p) == isOutput)];
            int doublings = targets.Select(p => Doublings(inputs[p]!)).Append(shifts.Max).Min();
            foreach (int p in targets)
            {
                double scale = Scale(inputs[p]!, doublings);
                if (!double.IsNormal(scale))
                {
                    diagnostics.Report(
                        CompilerDiagnostics.NoScale, $"population '{valid.Network.Populations[p].Name}'", "weights, gains, thresholds or biases beyond any common scale");
                    scale = 1;
                }

                scales.OfPopulation[p] = scale;
            }
        }

        for (int p = 0; p < valid.Network.Projections.Count; p++)
        {
            bool isFromSource = valid.Network.Populations[valid.SourceOf[p]] is SourcePopulation;
            scales.Widen(layout.GroupOf(isFromSource, valid.TargetOf[p]), NeededShift(p));
        }

        for (int p = 0; p < valid.Network.Projections.Count; p++)
        {
            if (valid.Network.Projections[p].Unit is IntegerWeights given)
            {
                bool isFromSource = valid.Network.Populations[valid.SourceOf[p]] is SourcePopulation;
                scales._shifts[layout.GroupOf(isFromSource, valid.TargetOf[p])] = given.Exponent;
            }
        }

        return scales;

        int NeededShift(int p)
        {
            int target = valid.TargetOf[p];
            if (scales.OfPopulation[target] is not { } scale)
            {
                return 0;
            }

            double largest = inputs[target]!.LargestOf(p) * scale;
            int shift = shifts.Min;
            while (shift < shifts.Max && Math.Round(Math.ScaleB(largest, -shift)) > valid.Chip.Synapse.Weights!.Value.Max)
            {
                shift++;
            }

            return shift;
        }
    }

    private static double Scale(XyloInputExtent input, int doublings)
    {
        double scale = input.FullResolution switch
        {
            0 => double.IsFinite(input.RegisterLimit) ? input.RegisterLimit : 1,
            var full when input.RegisterLimit <= full => input.RegisterLimit,
            var full => Math.ScaleB(full, doublings),
        };

        // A little less where that makes the largest threshold a whole number.
        const double largestShareGivenUp = 0.02;
        double whole = Math.Floor(input.LargestThreshold * scale);
        return whole > 0 && whole >= input.LargestThreshold * scale * (1 - largestShareGivenUp) ? whole / input.LargestThreshold : scale;
    }

    private static int Doublings(XyloInputExtent input)
    {
        double room = Math.Min(input.RegisterLimit, input.StateLimit) / input.FullResolution;
        return double.IsFinite(room) ? Math.Max(0, (int)Math.Floor(Math.Log2(room))) : int.MaxValue;
    }

    private void Widen(XyloGroup group, int shift) => _shifts[group] = Math.Max(ShiftOf(group), shift);
}
