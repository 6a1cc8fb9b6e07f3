using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether the parameters of one population are usable on the chip.</summary>
internal static class PopulationCheck
{
    public static void Check(Population population, ChipSpec.Spec.ChipSpec chip, IFamilyCheck family, DiagnosticBag diagnostics)
    {
        if (population is NeuronPopulation neurons)
        {
            string path = $"population '{population.Name}'";
            CheckPins(neurons, chip, path, diagnostics);
            family.CheckNeurons(neurons, chip, path, diagnostics);
        }
    }

    private static void CheckPins(NeuronPopulation population, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (population.PinnedCores is not { } pins)
        {
            return;
        }

        int cores = chip.Mesh.Cores ?? int.MaxValue;
        int[] missing = [.. pins.Where(core => core >= cores).Distinct().Order()];
        if (missing.Length > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.PinnedCoreMissing, path, $"pinned to core {missing[0]}" + (missing.Length > 1 ? $" and {missing.Length - 1} more" : ""),
                $"cores 0 to {cores - 1}");
        }
    }
}
