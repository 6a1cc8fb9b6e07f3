using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Weight exponents of graded neurons, which act on the sum of a receptor rather than on every weight.</summary>
internal static class GradedExponents
{
    /// <summary>The exponent of every receptor: the smallest of its projections, 0 without one; what others have more goes into their weights.</summary>
    /// <param name="valid">The network.</param>
    /// <param name="neurons">Target neurons.</param>
    /// <param name="incoming">Projections that end there.</param>
    /// <param name="diagnostics">Receives exponents that cannot be joined.</param>
    public static int[] Join(CheckedNetwork valid, Loihi2Neurons neurons, int[] incoming, DiagnosticBag diagnostics)
    {
        int[] joined = new int[neurons.Receptors];
        foreach (IGrouping<int, Projection> receptor in incoming.Select(p => valid.Network.Projections[p]).GroupBy(p => p.Receptor))
        {
            int[] exponents = [.. receptor.Select(p => ((IntegerWeights)p.Unit).Exponent).Distinct().Order()];
            joined[receptor.Key] = exponents[0];
            if (exponents.Length > 1 && exponents[0] < 0)
            {
                diagnostics.Report(
                    GradedDiagnostics.Exponents, $"population '{receptor.First().Target}'",
                    $"weight exponents {string.Join(", ", exponents)} onto receptor {receptor.Key}", "one exponent, or several of 0 and above",
                    "the same exponent for all projections onto the receptor");
            }
        }

        return joined;
    }
}
