using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Whether neurons in physical units are what ODIN computes: integrate-and-fire neurons, with at most a constant leak.</summary>
internal static class OdinPhysicalCheck
{
    public static void Check(CurrentBasedNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        PhysicalParameterCheck.Check(neurons, chip, path, diagnostics);
        CheckDecay("current decay", neurons.CurrentDecay, kept: 0);
        CheckDecay("potential decay", neurons.PotentialDecay, kept: 1);
        ParameterLists.CheckEach(
            "bias", neurons.Bias, bias => bias <= 0, "0, or below it for a constant leak", CompilerDiagnostics.PositiveBias, path, diagnostics,
            "a spike source that fires in every timestep");
        ParameterLists.CheckEach(
            "threshold", neurons.Threshold, double.IsFinite, "a finite threshold", CompilerDiagnostics.OdinIntegrator, path, diagnostics,
            "a threshold, and a read-out of spikes");

        void CheckDecay(string name, IReadOnlyList<double> values, double kept) => ParameterLists.CheckEach(
            name, values, decay => decay == kept, $"{kept}, no exponential decay", CompilerDiagnostics.ExponentialDecay, path, diagnostics,
            "integrate-and-fire neurons, with a negative current for a constant leak");
    }
}
