using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler;

/// <summary>Maps networks onto chips.</summary>
public static class NetworkCompiler
{
    /// <summary>Maps a network onto a chip. The same arguments give the same image, byte for byte.</summary>
    /// <param name="network">The network.</param>
    /// <param name="chip">The chip, with its limits and number formats.</param>
    /// <param name="options">Choices of the user; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">The chip cannot hold the network; carries everything that a pass found.</exception>
    public static CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(chip);
        options ??= new CompilerOptions();
        DiagnosticBag diagnostics = new();

        CheckedNetwork valid = NetworkChecker.Check(network, chip, options, diagnostics);
        IntegerNetwork integers = NetworkQuantizer.Quantize(valid, options, diagnostics);
        Partitioning parts = SequentialPartitioner.Partition(integers, options, diagnostics);
        Placement placement = Placer.Place(parts, options);
        RoutedNetwork routed = UnicastRouter.Route(placement);
        ChipImage image = ImageAllocator.Allocate(routed);
        UsageCheck.Check(image, chip, diagnostics);

        return new CompilationResult(image, diagnostics.Findings.Diagnostics, integers.Report, QualityMeter.Measure(image, integers));
    }
}
