using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Whether the dendrite accumulators of pinned cores suffice.</summary>
internal static class PinnedPartCheck
{
    public static void Check(IntegerNetwork network, IReadOnlyList<CorePart> pinned, DiagnosticBag diagnostics)
    {
        int[] largestDelay = new int[network.Registers.Length];
        foreach (IntegerProjection projection in network.Projections)
        {
            largestDelay[projection.Target] = Math.Max(largestDelay[projection.Target], projection.LargestDelay);
        }

        foreach (CorePart part in pinned)
        {
            int slots = CoreSizing.DelaySlots(part.Runs.Max(r => largestDelay[r.Population]));
            long accumulators = (long)CoreSizing.SlotStride(part.Compartments) * slots;
            if (accumulators > CoreSizing.Accumulators)
            {
                diagnostics.Report(
                    CompilerDiagnostics.TooManyDelays, $"core {part.PinnedCore!.Value.Value}",
                    $"{part.Compartments:N0} compartments with {slots} delay slots need {accumulators:N0} accumulators",
                    $"{CoreSizing.Accumulators:N0}", "fewer neurons pinned to the core, or shorter delays");
            }
        }
    }
}
