using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Reports;

namespace Ganglion.CommandLine.Map;

/// <summary>A network on its chip, with what its picture and tables show.</summary>
/// <param name="source">Path of the network.</param>
/// <param name="image">The network on the chip's cores.</param>
/// <param name="chip">The chip.</param>
/// <param name="options">How it was mapped.</param>
internal sealed class NetworkMap(string source, ChipImage image, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
{
    /// <summary>Path of the network.</summary>
    public string Source => source;

    /// <summary>The network on the chip's cores.</summary>
    public ChipImage Image => image;

    /// <summary>The chip.</summary>
    public ChipSpec.Spec.ChipSpec Chip => chip;

    /// <summary>Cores that are left alone.</summary>
    public IReadOnlyList<int> Forbidden => options.Plan?.Forbidden ?? [];

    /// <summary>Whether it is known how often neurons fire.</summary>
    public bool HasActivity => options.Activity is not null;

    /// <summary>The limit that the mapping comes closest to.</summary>
    public BindingConstraint Binding { get; } = BindingConstraint.Find(image, chip);

    /// <summary>What the links carry.</summary>
    public MappingTraffic Traffic { get; } = MappingTraffic.Measure(image, chip, options.Activity);
}
