using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Allocate;

/// <summary>Last pass: compares every core of the image with every limit of the chip.</summary>
internal static class UsageCheck
{
    public static void Check(ChipImage image, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        foreach (CoreImage core in image.Cores)
        {
            foreach ((string resource, long amount, long? limit) in Compare(core.Usage, chip.Core))
            {
                if (amount > limit)
                {
                    string populations = string.Join(", ", core.Runs.Select(r => $"'{image.Populations[r.Population].Name}'").Distinct());
                    diagnostics.Report(
                        CompilerDiagnostics.PinnedCoreOverfull, $"core {core.Core} with {populations}", $"{amount:N0} of {resource}",
                        $"{limit:N0}", "fewer neurons pinned to this core");
                }
            }
        }

        diagnostics.ThrowIfErrors();
    }

    /// <summary>Every resource of a core with its use and its limit.</summary>
    public static IEnumerable<(string Resource, long Amount, long? Limit)> Compare(CoreUsage usage, CoreLimits limits) =>
    [
        (Resources.Compartments, usage.Compartments, limits.Compartments),
        (Resources.InAxons, usage.InAxons, limits.InAxons),
        (Resources.OutAxons, usage.OutAxons, limits.OutAxons),
        (Resources.SynapseMemory, usage.SynapseMemoryBits, limits.SynapseMemoryBits),
        (Resources.CompartmentConfigurations, usage.CompartmentConfigurations, limits.CompartmentConfigurations),
        (Resources.ThresholdConfigurations, usage.ThresholdConfigurations, limits.ThresholdConfigurations),
        (Resources.SynapseConfigurations, usage.SynapseConfigurations, limits.SynapseConfigurations),
    ];
}
