using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Export;

/// <summary>What a network can have that is not written as <c>.net.yaml</c>.</summary>
public static class NetYamlExportDiagnostics
{
    /// <summary>GAN1655: neurons that are not written.</summary>
    public static readonly DiagnosticDescriptor Neurons = new("GAN1655", DiagnosticSeverity.Error, "These neurons are not written as .net.yaml", """
        The models `if`, `lif`, `cubaLif`, `li` and `cubaLi` describe integrators whose states all leak, or one that does not leak and fires;
        the registers of Loihi 1 and 2 are written as they are. Others come from a `.net.yaml` in the first place: change that file.
        """);

    /// <summary>GAN1656: a projection that is not written.</summary>
    public static readonly DiagnosticDescriptor Projection = new("GAN1656", DiagnosticSeverity.Error, "This projection is not written as .net.yaml", """
        Matrices, convolutions and one-to-one connections are written as such, all others synapse by synapse, up to 2,000,000 of them.
        Synapses that learn are not written: they come from a `.net.yaml` in the first place.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Neurons, Projection];
}
