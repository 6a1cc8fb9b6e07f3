using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Families.Xylo;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families;

/// <summary>Chips with one core of hidden and output neurons, whose saturating states decay by shifts.</summary>
internal sealed class XyloFamily : IChipFamily
{
    /// <inheritdoc/>
    public string Name => ChipFamilies.Xylo;

    /// <inheritdoc/>
    public IFamilyCheck Check { get; } = new XyloCheck();

    /// <inheritdoc/>
    public void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DemandList demands) =>
        XyloDemands.Measure(counts, chip, demands);

    /// <inheritdoc/>
    public CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        DiagnosticBag diagnostics = new();

        CheckedNetwork valid = NetworkChecker.Check(network, chip, Check, options, diagnostics);
        XyloNetwork integers = XyloQuantizer.Quantize(valid, XyloLayout.Of(network), diagnostics);
        IReadOnlyList<ResourceUtilization> utilization = XyloCapacity.Check(integers, diagnostics);
        ChipImage image = XyloAllocator.Allocate(integers);
        PlanAudit.Check(image, valid.Decided, options, diagnostics);

        MappingQuality quality = QualityMeter.Measure(image, chip, options) with { Utilization = utilization };
        return new CompilationResult(image, diagnostics.Findings.Diagnostics, integers.Report, quality);
    }
}
