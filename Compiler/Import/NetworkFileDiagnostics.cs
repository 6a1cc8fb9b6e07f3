using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Import;

/// <summary>Findings about the choice of a file's format.</summary>
public static class NetworkFileDiagnostics
{
    /// <summary>The name of a file says nothing about its format.</summary>
    public static readonly DiagnosticDescriptor UnknownFormat = new("GAN1190", DiagnosticSeverity.Error, "The name of a network file does not tell its format", """
        The format of a network file is chosen by the end of its name: `.net.yaml` for networks written by hand, `.nir` for the
        Neuromorphic Intermediate Representation, `.net` for networks of lava-dl, any other `.yaml` for networks and mappings of SANA-FE.

        Check the path, or rename the file. Example: `two-layers.yml.txt` becomes `two-layers.net.yaml`.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [UnknownFormat];
}
