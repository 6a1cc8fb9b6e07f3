using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether what graded neurons send fits its payload.</summary>
internal static class PayloadCheck
{
    private static readonly Loihi2Model[] ThresholdIsSent =
        [Loihi2Models.SigmaDelta, Loihi2Models.CorrectedSigmaDelta, Loihi2Models.Delta, Loihi2Models.GradedVector, Loihi2Models.GradedReluVector, Loihi2Models.Product, Loihi2Models.ResonateAndFireZero];

    public static void Check(Loihi2Neurons neurons, string path, DiagnosticBag diagnostics)
    {
        if (!ThresholdIsSent.Contains(neurons.Model))
        {
            return;
        }

        IReadOnlyList<int> bits = neurons["payloadBits"];
        IReadOnlyList<int> thresholds = neurons["threshold"];
        for (int i = 0; i < Math.Max(bits.Count, thresholds.Count); i++)
        {
            long largest = (1L << (Math.Max(bits.At(i), 1) - 1)) - 1;
            long sent = (long)thresholds.At(i) << ExponentOf(neurons, i);
            if (bits.At(i) > 0 && sent > largest && !GathersErrors(neurons, i))
            {
                diagnostics.Report(
                    GradedDiagnostics.PayloadTooNarrow, path, $"neuron {i} sends at least {sent:N0} in {bits.At(i)} bits", $"{largest:N0}",
                    "more payloadBits, or a smaller threshold");
                return;
            }
        }
    }

    /// <summary>With a cumulative error, small changes are sent once enough of them have met.</summary>
    private static bool GathersErrors(Loihi2Neurons neurons, int neuron) =>
        neurons.Model.Find("cumulativeError") is not null && neurons["cumulativeError"].At(neuron) != 0;

    /// <summary>Delta coders send in units of 2^-spikeExponent of their threshold.</summary>
    private static int ExponentOf(Loihi2Neurons neurons, int neuron) =>
        neurons.Model.Find("spikeExponent") is null ? 0 : neurons["spikeExponent"].At(neuron);
}
