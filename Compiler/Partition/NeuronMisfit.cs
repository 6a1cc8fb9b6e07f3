using Ganglion.Compiler.Diagnostics;

namespace Ganglion.Compiler.Partition;

/// <summary>Reports neurons that fit no core, even alone.</summary>
internal static class NeuronMisfit
{
    /// <summary>Reports the neurons of one population that exceed one limit.</summary>
    /// <param name="population">Name of the population.</param>
    /// <param name="first">First such neuron.</param>
    /// <param name="neurons">Number of such neurons.</param>
    /// <param name="largest">The largest excess among them.</param>
    /// <param name="diagnostics">Receives the finding.</param>
    public static void Report(string population, int first, int neurons, CoreOverflow largest, DiagnosticBag diagnostics)
    {
        string others = neurons == 1 ? "" : $" (one of {neurons:N0} such neurons)";
        diagnostics.Report(
            CompilerDiagnostics.NeuronExceedsCore, $"population '{population}'",
            $"neuron {first}{others} alone needs up to {largest.Amount:N0} of {largest.Resource}", $"{largest.Limit:N0} per core",
            "less fan-in or fan-out, e.g. by an intermediate population, or fewer weight bits");
    }
}
