using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Whether messages stay within the offsets that a destination can be given by.</summary>
internal static class ReachCheck
{
    public static void Check(ChipImage image, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        if (chip.Mesh.Reach is not { } reach)
        {
            return;
        }

        Mesh mesh = chip.Mesh;
        foreach (CoreImage core in image.Cores)
        {
            int source = mesh.TileOf(new CoreId(core.Core));
            int farthest = core.AxonsOut.Core.Distinct().Select(destination => Distance(source, mesh.TileOf(new CoreId(image.Cores[destination].Core)))).DefaultIfEmpty().Max();
            if (farthest > reach)
            {
                diagnostics.Report(
                    CompilerDiagnostics.DestinationOutOfReach, $"core {core.Core}", $"a destination {farthest} tiles away along one axis", $"{reach}",
                    "pinned cores that are closer together");
            }
        }

        diagnostics.ThrowIfErrors();

        int Distance(int a, int b) => Math.Max(Math.Abs(mesh.X(a) - mesh.X(b)), Math.Abs(mesh.Y(a) - mesh.Y(b)));
    }
}
