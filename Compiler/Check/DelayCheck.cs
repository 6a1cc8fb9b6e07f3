using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether delays that fit the chip still do when they keep step with a pipeline.</summary>
internal static class DelayCheck
{
    public static void Check(
        Network network, ChipSpec.Spec.ChipSpec chip, SynapseStatistics[] statistics, int[] delayShift, DiagnosticBag diagnostics)
    {
        IntegerRange allowed = chip.Synapse.Delay;
        for (int p = 0; p < statistics.Length; p++)
        {
            int largest = statistics[p].MaximumDelay + delayShift[p];
            if (delayShift[p] != 0 && largest - 1 > allowed.Max)
            {
                diagnostics.Report(
                    CompilerDiagnostics.DelayOutOfRange, $"projection '{network.Projections[p].Name}'",
                    $"a delay of {largest} timesteps, {delayShift[p]} of them to keep step with the pipeline",
                    $"at most {allowed.Max + 1} timesteps", "a shorter delay, a longer timestep or a relay population");
            }
        }
    }
}
