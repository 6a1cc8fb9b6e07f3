using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether neurons in physical units can be lowered to the chip's compartments.</summary>
internal static class PhysicalParameterCheck
{
    public static void Check(CurrentBasedNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        CheckTimes(neurons, chip, path, diagnostics);
        if (neurons.ResetMode == ResetMode.Subtract && neurons.Threshold.Any(double.IsFinite))
        {
            diagnostics.Report(
                CompilerDiagnostics.SubtractiveReset, path, "a spike subtracts the threshold", "reset to a value",
                "reset to a value, best already in training");
        }
    }

    /// <summary>Whether decays and refractory periods suit a chip whose states keep a fraction of themselves.</summary>
    public static void CheckTimes(CurrentBasedNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        CheckDecay("current decay", neurons.CurrentDecay);
        CheckDecay("potential decay", neurons.PotentialDecay);

        IntegerRange refractory = chip.Compartment.Refractory;
        ParameterLists.CheckEach(
            "refractory period", neurons.Refractory, refractory.Contains, $"{refractory} timesteps",
            CompilerDiagnostics.RefractoryOutOfRange, path, diagnostics, "a longer timestep or a shorter period");

        void CheckDecay(string name, IReadOnlyList<double> values) => ParameterLists.CheckEach(
            name, values, d => d is >= 0 and <= 1, "0 to 1 of the state kept per timestep", CompilerDiagnostics.DecayNotRepresentable,
            path, diagnostics, "a shorter timestep or the exact exponential integrator");
    }
}
