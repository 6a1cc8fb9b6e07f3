using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Families.TrueNorth;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Families;

/// <summary>Chips with binary crossbars and axon types.</summary>
internal sealed class TrueNorthFamily : IChipFamily
{
    /// <inheritdoc/>
    public string Name => ChipFamilies.TrueNorth;

    /// <inheritdoc/>
    public IFamilyCheck Check { get; } = new TrueNorthCheck();

    /// <inheritdoc/>
    public bool MergesSynapses => true;

    /// <inheritdoc/>
    public void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DemandList demands) =>
        CrossbarDemands.Measure(counts, chip, demands);

    /// <inheritdoc/>
    public CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        DiagnosticBag diagnostics = new();

        CheckedNetwork valid = NetworkChecker.Check(network, chip, Check, options, diagnostics);
        CrossbarNetwork planned = AxonPlanner.Plan(valid, diagnostics);
        IReadOnlyList<CorePart> parts = CrossbarPartitioner.Partition(planned, diagnostics);
        IReadOnlyList<PlacedCore> placed = Placer.Place(parts, chip.Mesh, valid.Decided, options);
        FittedNetwork fitted = CrossbarFitter.Fit(planned, placed, diagnostics);
        ChipImage image = CrossbarAllocator.Allocate(fitted);
        ReachCheck.Check(image, chip, diagnostics);
        UsageCheck.Check(image, chip, diagnostics);
        RouterTableCost? tables = RouteCheck.Check(image, chip, options, diagnostics);

        return new CompilationResult(image, diagnostics.Findings.Diagnostics, fitted.Report, QualityMeter.Measure(image, chip, options) with { RouterTables = tables });
    }
}
