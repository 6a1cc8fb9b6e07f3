using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler;

/// <summary>What a successful compilation hands back.</summary>
/// <param name="Image">The network, laid out on the cores of the chip.</param>
/// <param name="Diagnostics">Warnings and notes of all passes, in their order; no errors, which are thrown.</param>
/// <param name="Quantization">What the chip's integers cost.</param>
/// <param name="Quality">How well the network fits.</param>
public sealed record CompilationResult(
    ChipImage Image,
    IReadOnlyList<Diagnostic> Diagnostics,
    QuantizationReport Quantization,
    MappingQuality Quality);
