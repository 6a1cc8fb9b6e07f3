using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Whether pinned cores have one neuron model and enough dendrite accumulators.</summary>
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
            CheckModels(network, part, diagnostics);
            int slots = CoreSizing.DelaySlots(part.Runs.Max(r => largestDelay[r.Population])) * part.Registers(network).Receptors;
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

    private static void CheckModels(IntegerNetwork network, CorePart part, DiagnosticBag diagnostics)
    {
        string[] models = [.. part.Runs.Select(r => network.Registers[r.Population]!.Model).Distinct()];
        if (models.Length > 1)
        {
            diagnostics.Report(
                GradedDiagnostics.SeveralModels, $"core {part.PinnedCore!.Value.Value}", $"neurons of the models {string.Join(", ", models.Select(m => $"'{m}'"))}",
                "one neuron model per core", "pin the populations to different cores, or leave their placement to the compiler");
        }
    }
}
