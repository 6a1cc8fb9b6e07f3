using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reports;

/// <summary>What the spikes of a mapped network load the mesh with.</summary>
/// <remarks>Without activity, every neuron counts one spike; with it, its spikes per timestep. Spikes from outside enter at their core.</remarks>
public sealed record MappingTraffic
{
    /// <summary>Messages that leave the core of their source.</summary>
    public required double CutMessages { get; init; }

    /// <summary>Hops between tiles; a multicast message counts each link once.</summary>
    public required double Hops { get; init; }

    /// <summary>Links that carry anything, ascending by tiles.</summary>
    public required IReadOnlyList<LinkLoad> Links { get; init; }

    /// <summary>Load of the busiest link; 0 without traffic.</summary>
    public double PeakLinkLoad => Links.Count == 0 ? 0 : Links.Max(link => link.Load);

    /// <summary>Mean load of the links that carry anything; 0 without traffic.</summary>
    public double MeanLinkLoad => Links.Count == 0 ? 0 : Links.Average(link => link.Load);

    /// <summary>Follows every axon of an image through the mesh.</summary>
    /// <param name="image">The image.</param>
    /// <param name="chip">Its chip.</param>
    /// <param name="activity">How often neurons fire; <see langword="null"/> counts one spike for each.</param>
    public static MappingTraffic Measure(ChipImage image, ChipSpec.Spec.ChipSpec chip, NeuronActivity? activity = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(chip);
        return new TrafficMeter(image, chip.Mesh, activity).Measure();
    }
}
