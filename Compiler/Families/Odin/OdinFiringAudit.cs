using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Finds neurons that can never fire, and those whose inhibition the chip forgets at 0.</summary>
internal static class OdinFiringAudit
{
    /// <summary>Completes what is known about a population's losses.</summary>
    public static PopulationQuantization Complete(
        PopulationQuantization loss, NeuronPopulation population, OdinNeurons registers, ContributionSums sums, DiagnosticBag diagnostics)
    {
        string path = $"population '{population.Name}'";
        bool[] learns = [.. Enumerable.Range(0, population.Count).Select(i => registers.CalciumEnabled.At(i) != 0)];
        int dead = Enumerable.Range(0, population.Count)
            .Count(i => !learns[i] && sums.Excitation(i) == 0 && registers.InitialPotential.At(i) < registers.Threshold.At(i));
        int floored = population.Neurons is CurrentBasedNeurons
            ? Enumerable.Range(0, population.Count).Count(i => sums.Inhibition(i) > 0 || registers.Leak.At(i) > 0)
            : 0;
        if (dead > 0)
        {
            diagnostics.Report(CompilerDiagnostics.DeadNeurons, path, $"{dead:N0} of {population.Count:N0} neurons cannot fire", null, "larger weights");
        }

        if (floored > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.PotentialStopsAtReset, path, $"{floored:N0} of {population.Count:N0} neurons with inhibition or leak", "potentials at the reset value or above",
                "training with a floor at the reset value, if the network relies on potentials below it");
        }

        return loss with { DeadNeurons = dead, LargestSum = Enumerable.Range(0, population.Count).Max(sums.Largest) };
    }
}
