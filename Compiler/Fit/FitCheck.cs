using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Families;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Fit;

/// <summary>Says whether a chip can hold a network, and what it exceeds, all at once and before anything is mapped.</summary>
/// <remarks>
/// Networks of any size are counted: by arithmetic where rules describe them, row by row otherwise, without holding a synapse. Whatever
/// exceeds a limit by this count fails to compile too. Small networks that pass are then mapped, so that the answer is certain.
/// </remarks>
public static class FitCheck
{
    /// <summary>Checks a network against a chip.</summary>
    /// <param name="network">The network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="options">Choices of the user; <see langword="null"/> for the defaults.</param>
    public static FitReport Check(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(chip);
        return Check(network, chip, options ?? new CompilerOptions(), new FitEffort());
    }

    /// <summary>Checks a network against a chip, with what is left of an effort.</summary>
    internal static FitReport Check(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, FitEffort effort)
    {
        DiagnosticBag diagnostics = new();
        DemandList demands = new(diagnostics);
        IChipFamily? family = NetworkCompiler.FindFamily(chip, diagnostics);
        ChipCheck.Check(chip, options, diagnostics);
        bool isSound = IsSound(network, diagnostics);
        NetworkCounts? counts = null;
        if (family is not null && isSound)
        {
            NetworkChecker.CheckSize(network, diagnostics);
            CheckFormats(network, chip, family, options, effort, diagnostics);
            counts = NetworkCounts.Of(network, family.MergesSynapses, effort.Counter);
            family.Measure(counts, chip, options, demands);
            CheckCores(demands, chip, diagnostics);
        }

        FitReport report = new()
        {
            Chip = chip.Id,
            Fits = !diagnostics.Findings.HasErrors,
            Evidence = FitEvidence.Counted,
            Neurons = isSound ? network.Populations.OfType<NeuronPopulation>().Sum(p => (long)p.Count) : 0,
            Synapses = counts?.Synapses ?? 0,
            IsCounted = counts?.IsExact ?? false,
            CoresAtLeast = demands.Resources.Where(d => d.IsCertain).Select(d => d.CoresAtLeast).DefaultIfEmpty(0).Max(),
            CoresAvailable = chip.Mesh.Cores,
            BindingResource = demands.Resources.Where(d => d.IsCertain).MaxBy(d => d.CoresAtLeast)?.Resource,
            Resources = demands.Resources,
            Populations = demands.Populations,
            Diagnostics = diagnostics.Findings.Diagnostics,
        };
        return report.Fits && effort.MayMap(report.Synapses) ? Map(report, network, chip, options) : report;
    }

    private static bool IsSound(Network network, DiagnosticBag diagnostics)
    {
        DiagnosticBag description = new();
        NetworkChecker.CheckDescription(network, description);
        diagnostics.Add(description);
        return !description.Findings.HasErrors;
    }

    private static void CheckFormats(
        Network network, ChipSpec.Spec.ChipSpec chip, IChipFamily family, CompilerOptions options, FitEffort effort, DiagnosticBag diagnostics)
    {
        double synapses = network.Projections.Sum(p => p.Connectivity.EstimateSynapses(network[p.Source].Shape, network[p.Target].Shape));
        if (!effort.MayRead(synapses))
        {
            NetworkChecker.CheckNeurons(network, chip, family.Check, diagnostics);
            foreach (Projection projection in network.Projections)
            {
                ProjectionCheck.CheckRule(projection, network, chip, family.Check, diagnostics);
            }

            return;
        }

        DiagnosticBag found = new();
        try
        {
            NetworkChecker.Check(network, chip, family.Check, options, found);
        }
        catch (InvalidInputException)
        {
            // All of it is in the bag, and the limits are counted all the same.
        }

        foreach (Diagnostic diagnostic in found.Findings.Diagnostics.Except(diagnostics.Findings.Diagnostics))
        {
            diagnostics.Findings.Add(diagnostic);
        }
    }

    private static void CheckCores(DemandList demands, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        foreach (ResourceDemand demand in demands.Resources.Where(d => d.CoresAtLeast > chip.Mesh.Cores && !d.IsReported))
        {
            diagnostics.Report(
                demand.IsCertain ? FitDiagnostics.NotEnoughCores : FitDiagnostics.ProbablyTooLarge,
                "network",
                $"{demand.Amount:N0} {demand.Resource}, {(demand.IsCertain ? "at least" : "if no lists are shared and all synapses exist,")} {demand.CoresAtLeast:N0} cores",
                $"{demand.Limit:N0} per core, {demand.Limit * chip.Mesh.Cores:N0} on {chip.Mesh.Cores} core{(chip.Mesh.Cores == 1 ? "" : "s")}");
        }
    }

    private static FitReport Map(FitReport report, Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        try
        {
            CompilationResult result = NetworkCompiler.Compile(network, chip, options);
            return report with { Evidence = FitEvidence.Mapped, Cores = result.Quality.Cores, Diagnostics = result.Diagnostics };
        }
        catch (InvalidInputException e)
        {
            return report with { Evidence = FitEvidence.Mapped, Fits = false, Diagnostics = e.Diagnostics };
        }
    }
}
