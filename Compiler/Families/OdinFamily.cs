using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Families.Odin;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families;

/// <summary>Chips with one crossbar of event-driven neurons, whose sources have one sign.</summary>
internal sealed class OdinFamily : IChipFamily
{
    /// <inheritdoc/>
    public string Name => ChipFamilies.Odin;

    /// <inheritdoc/>
    public IFamilyCheck Check { get; } = new OdinCheck();

    /// <inheritdoc/>
    public void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DemandList demands) =>
        OdinDemands.Measure(counts, chip, demands);

    /// <inheritdoc/>
    public CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        DiagnosticBag diagnostics = new();

        CheckedNetwork valid = NetworkChecker.Check(network, chip, Check, options, diagnostics);
        OdinNetwork integers = OdinQuantizer.Quantize(valid, diagnostics);
        ChipImage image = OdinAllocator.Allocate(integers);
        PlanAudit.Check(image, valid.Decided, options, diagnostics);
        UsageCheck.Check(image, chip, diagnostics);

        return new CompilationResult(image, diagnostics.Findings.Diagnostics, integers.Report, QualityMeter.Measure(image, chip, options));
    }
}
