using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Finds neurons that can never fire, always fire, or may overflow.</summary>
internal static class FiringAudit
{
    /// <summary>Completes what is known about a population's losses.</summary>
    public static PopulationQuantization Complete(
        PopulationQuantization loss, NeuronPopulation population, LifRegisters registers, ContributionSums sums, ChipSpec.Spec.ChipSpec chip,
        DiagnosticBag diagnostics)
    {
        CompartmentFormat format = chip.Compartment;
        double unit = 1 << chip.Synapse.WeightShift;
        double decayUnit = 1 << format.DecayBits!.Value;
        double currentLimit = Math.ScaleB(1, format.CurrentBits!.Value - 1) - 1;
        int dead = 0;
        int saturated = 0;
        int currents = 0;
        int integrators = 0;
        long largestSum = 0;
        for (int i = 0; i < population.Count; i++)
        {
            int threshold = registers.Threshold.At(i);
            double currentDecay = registers.CurrentDecay.At(i) / decayUnit;
            double potentialDecay = registers.PotentialDecay.At(i) / decayUnit;
            int bias = registers.Bias.At(i);
            bool fires = registers.MaximumPotential.At(i) > threshold;
            double excitation = Sustained(sums.Excitation(i) * unit, currentDecay);
            double current = Sustained(sums.Largest(i) * unit, currentDecay);

            largestSum = Math.Max(largestSum, sums.Largest(i));
            currents += current > currentLimit ? 1 : 0;
            saturated += fires && bias > threshold ? 1 : 0;
            dead += fires && Sustained(excitation + bias, potentialDecay) <= threshold && registers.Potential.At(i) <= threshold ? 1 : 0;
            integrators += !fires && Sustained(current + Math.Abs(bias), potentialDecay) > registers.MaximumPotential.At(i) ? 1 : 0;
        }

        Report(population, (dead, saturated, currents, integrators, largestSum), diagnostics);
        return loss with { DeadNeurons = dead, SaturatedNeurons = saturated, LargestSum = largestSum };
    }

    /// <summary>What a state that loses a share per timestep comes to under constant input.</summary>
    private static double Sustained(double input, double lost) =>
        input == 0 ? 0 : lost > 0 ? input / lost : Math.CopySign(double.PositiveInfinity, input);

    private static void Report(
        NeuronPopulation population, (int Dead, int Saturated, int Currents, int Integrators, long LargestSum) found, DiagnosticBag diagnostics)
    {
        string path = $"population '{population.Name}'";
        string of = $"of {population.Count:N0} neurons";
        if (found.Dead > 0)
        {
            diagnostics.Report(CompilerDiagnostics.DeadNeurons, path, $"{found.Dead:N0} {of} cannot fire", null, "larger weights");
        }

        if (found.Saturated > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.SaturatedNeurons, path, $"{found.Saturated:N0} {of} fire without input", null, "a smaller bias");
        }

        if (found.LargestSum > short.MaxValue)
        {
            diagnostics.Report(
                CompilerDiagnostics.SumMayOverflow, path, $"up to {found.LargestSum:N0} weight units may meet in one timestep",
                $"{short.MaxValue:N0}", "fewer weight bits, if so much input can be active at once");
        }

        if (found.Currents > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.CurrentMayOverflow, path, $"{found.Currents:N0} {of} under constant full input", null,
                "a faster current decay, if so much input can be active throughout");
        }

        if (found.Integrators > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.IntegratorMaySaturate, path, $"{found.Integrators:N0} {of} under constant full input", null,
                "a leak or smaller weights");
        }
    }
}
