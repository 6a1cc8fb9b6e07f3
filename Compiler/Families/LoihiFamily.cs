using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Calibrate;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Families;

/// <summary>Chips with current-based compartments and synapse lists.</summary>
internal sealed class LoihiFamily : IChipFamily
{
    /// <inheritdoc/>
    public string Name => ChipFamilies.Loihi;

    /// <inheritdoc/>
    public IFamilyCheck Check { get; } = new LoihiCheck();

    /// <inheritdoc/>
    public void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DemandList demands) =>
        ListCoreDemands.Measure(counts, chip, options, demands);

    /// <inheritdoc/>
    public CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        DiagnosticBag diagnostics = new();

        CheckedNetwork valid = NetworkChecker.Check(network, chip, Check, options, diagnostics);
        IntegerNetwork integers = Calibrator.Quantize(valid, options, diagnostics);
        Partitioning parts = SequentialPartitioner.Partition(integers, options, diagnostics);
        Placement placement = NetworkMapper.Map(parts, options);
        RoutedNetwork routed = UnicastRouter.Route(placement);
        ChipImage image = ImageAllocator.Allocate(routed);
        UsageCheck.Check(image, chip, diagnostics);
        RouterTableCost? tables = RouteCheck.Check(image, chip, options, diagnostics);

        return new CompilationResult(image, diagnostics.Findings.Diagnostics, integers.Report, QualityMeter.Measure(image, chip, options) with { RouterTables = tables });
    }
}
