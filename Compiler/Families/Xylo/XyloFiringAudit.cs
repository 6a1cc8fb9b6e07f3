using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Finds neurons that can never fire or always fire.</summary>
internal static class XyloFiringAudit
{
    /// <summary>Most spikes that one source or neuron can send in a timestep.</summary>
    private const int LargestSpikes = 31;

    /// <summary>Completes what is known about a population's losses.</summary>
    public static PopulationQuantization Complete(
        PopulationQuantization loss, NeuronPopulation population, XyloRegisters registers, ContributionSums sums, DiagnosticBag diagnostics)
    {
        int dead = 0;
        int saturated = 0;
        long largestSum = 0;
        HashSet<int> aliases = [.. registers.Alias];
        for (int i = 0; i < population.Count; i++)
        {
            int threshold = registers.Threshold.At(i);
            int bias = registers.Bias.At(i);
            long current = Sustained(sums.Excitation(i) * LargestSpikes, Math.Max(registers.SynapseDash.At(i), registers.SecondSynapseDash.At(i)));
            long drive = Math.Min(current, short.MaxValue) + bias;
            largestSum = Math.Max(largestSum, sums.Largest(i));
            saturated += bias >= threshold ? 1 : 0;
            dead += drive + Sustained(Math.Max(drive, 0), registers.MembraneDash.At(i)) < threshold && !aliases.Contains(i) ? 1 : 0;
        }

        string path = $"population '{population.Name}'";
        string of = $"of {population.Count:N0} neurons";
        if (dead > 0)
        {
            diagnostics.Report(CompilerDiagnostics.DeadNeurons, path, $"{dead:N0} {of} cannot fire", null, "larger weights");
        }

        if (saturated > 0)
        {
            diagnostics.Report(CompilerDiagnostics.SaturatedNeurons, path, $"{saturated:N0} {of} fire without input", null, "a smaller bias");
        }

        return loss with { DeadNeurons = dead, SaturatedNeurons = saturated, LargestSum = largestSum };
    }

    /// <summary>An upper limit of what a state holds before its input of the next timestep, under constant input.</summary>
    private static long Sustained(long input, int dash) => input << dash;
}
