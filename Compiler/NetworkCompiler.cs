using Ganglion.ChipSpec.Diagnostics;
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
        IChipFamily? family = Array.Find(Families, family => family.Name == chip.Family);
        return family?.Compile(network, chip, options ?? new CompilerOptions()) ?? throw Unsupported(chip);
    }

    private static InvalidInputException Unsupported(ChipSpec.Spec.ChipSpec chip)
    {
        DiagnosticBag diagnostics = new();
        diagnostics.Report(
            CompilerDiagnostics.UnsupportedFamily, $"chip '{chip.Id}'", $"family '{chip.Family}'", string.Join(", ", Families.Select(family => $"'{family.Name}'")));
        return new InvalidInputException(diagnostics.Findings.Diagnostics);
    }
}
