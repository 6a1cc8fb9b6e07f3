using Ganglion.Compiler.Diagnostics;

namespace Ganglion.Compiler.Check;

/// <summary>Whether the compiler can target a chip with these options.</summary>
internal static class ChipCheck
{
    private const string Routing = "xy";

    public static void Check(ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DiagnosticBag diagnostics)
    {
        string path = $"chip '{chip.Id}'";
        if (chip.Mesh.Routing != Routing)
        {
            diagnostics.Report(CompilerDiagnostics.UnsupportedRouting, path, $"routing '{chip.Mesh.Routing}'", $"'{Routing}'");
        }

        if (options.WeightBits is { } bits && !chip.Synapse.WeightBits.Contains(bits))
        {
            diagnostics.Report(
                CompilerDiagnostics.InvalidOption, path, $"weights of {bits} bits", string.Join(", ", chip.Synapse.WeightBits),
                "one of these widths");
        }

        if (options.MinimumCores < 1)
        {
            diagnostics.Report(CompilerDiagnostics.InvalidOption, path, $"a minimum of {options.MinimumCores} cores", "1 or more");
        }
    }
}
