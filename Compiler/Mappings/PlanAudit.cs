using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Mappings;

/// <summary>Whether the image of a chip that orders its neurons itself has them where a plan wants them.</summary>
internal static class PlanAudit
{
    /// <summary>Reports cores that the plan forbids, and the first that differs.</summary>
    public static void Check(ChipImage image, FixedPlaces decided, CompilerOptions options, DiagnosticBag diagnostics)
    {
        if (options.Plan is not { } plan)
        {
            return;
        }

        foreach (CoreImage core in image.Cores.Where(core => plan.Forbidden.Contains(core.Core)))
        {
            diagnostics.Findings.Add(MappingDiagnostics.CoreForbidden, plan.Location, $"core {core.Core}, which the network cannot do without", "cores that are not forbidden", "allow the core");
        }

        foreach (CorePart part in decided.Parts)
        {
            CoreImage? core = image.Cores.FirstOrDefault(core => core.Core == part.PinnedCore!.Value.Value);
            NeuronRun[] actual = [.. (core?.Runs ?? []).Select(run => new NeuronRun(run.Population, run.FirstNeuron, run.Count))];
            if (!actual.SequenceEqual(part.Runs))
            {
                diagnostics.Report(
                    MappingDiagnostics.NotFollowed, $"core {part.PinnedCore!.Value.Value}", Describe(part.Runs), Describe(actual), "leave the plan out");
                break;
            }
        }

        diagnostics.ThrowIfErrors();

        string Describe(IReadOnlyList<NeuronRun> runs) => runs.Count == 0
            ? "no neurons"
            : string.Join(", ", runs.Take(4).Select(run => $"{image.Populations[run.Population].Name}[{run.First}-{run.First + run.Count - 1}]")) + (runs.Count > 4 ? ", …" : "");
    }
}
