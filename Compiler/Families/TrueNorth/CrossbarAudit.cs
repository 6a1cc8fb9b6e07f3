using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Finds neurons in physical units that can never fire, or always do.</summary>
internal static class CrossbarAudit
{
    /// <summary>Completes what is known about a population's losses.</summary>
    public static PopulationQuantization Complete(
        PopulationQuantization loss, CrossbarPopulation population, IEnumerable<FittedBlock> blocks, CrossbarRegisters registers, DiagnosticBag diagnostics)
    {
        if (loss.Scale is null)
        {
            return loss;
        }

        (long[] excitation, long largest) = Sums(population, blocks, registers);
        int dead = 0;
        int saturated = 0;
        for (int i = 0; i < excitation.Length; i++)
        {
            int threshold = registers.Threshold.At(i);
            dead += excitation[i] + registers.Leak.At(i) <= 0 && registers.Potential.At(i) < threshold ? 1 : 0;
            saturated += registers.Leak.At(i) >= threshold ? 1 : 0;
        }

        string path = $"population '{loss.Name}'";
        if (dead > 0)
        {
            diagnostics.Report(CompilerDiagnostics.DeadNeurons, path, $"{dead:N0} of {excitation.Length:N0} neurons cannot fire", null, "larger weights");
        }

        if (saturated > 0)
        {
            diagnostics.Report(CompilerDiagnostics.SaturatedNeurons, path, $"{saturated:N0} of {excitation.Length:N0} neurons fire without input", null, "a smaller bias");
        }

        return loss with { DeadNeurons = dead, SaturatedNeurons = saturated, LargestSum = largest };
    }

    /// <summary>What all excitatory synapses of every neuron add when each is active, and the largest sum of one sign.</summary>
    private static (long[] Excitation, long Largest) Sums(CrossbarPopulation population, IEnumerable<FittedBlock> blocks, CrossbarRegisters registers)
    {
        long[] excitation = new long[population.Description.Count];
        long[] inhibition = new long[excitation.Length];
        foreach (FittedBlock block in blocks)
        {
            for (int row = 0; row < block.Neurons.Length; row++)
            {
                int neuron = block.Neurons[row];
                for (int column = 0; column < block.Afferents.Length; column++)
                {
                    long sum = block.Sum(row, column, type => registers.Weights[type].At(neuron));
                    excitation[neuron] += Math.Max(0, sum);
                    inhibition[neuron] -= Math.Min(0, sum);
                }
            }
        }

        return (excitation, Math.Max(excitation.Max(), inhibition.Max()));
    }
}
