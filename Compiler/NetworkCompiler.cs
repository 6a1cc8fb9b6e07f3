using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Families;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler;

/// <summary>Maps networks onto chips.</summary>
public static class NetworkCompiler
{
    private static readonly IChipFamily[] Families = [new LoihiFamily(), new OdinFamily(), new TrueNorthFamily(), new XyloFamily()];

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
        IChipFamily? family = FindFamily(chip, diagnostics);
        if (family is not (null or LoihiFamily) && (options.Calibration.Count > 0 || options.WeightGrouping is not null))
        {
            diagnostics.Report(
                CompilerDiagnostics.NotCalibrated, $"chip '{chip.Id}'", $"family '{chip.Family}'", $"family '{ChipFamilies.Loihi}'", "leave samples and weight formats out");
        }

        diagnostics.ThrowIfErrors();
        return family!.Compile(network, chip, options);
    }

    /// <summary>The family of a chip; a finding when there is none.</summary>
    internal static IChipFamily? FindFamily(ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        IChipFamily? found = Array.Find(Families, family => family.Name == chip.Family);
        if (found is null)
        {
            diagnostics.Report(
                CompilerDiagnostics.UnsupportedFamily, $"chip '{chip.Id}'", $"family '{chip.Family}'", string.Join(", ", Families.Select(family => $"'{family.Name}'")));
        }

        return found;
    }
}
