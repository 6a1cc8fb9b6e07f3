using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Fit;

/// <summary>Whether a chip can hold a network, by which limits it is bound, and what would help.</summary>
public sealed record FitReport
{
    /// <summary>Name of the chip.</summary>
    public required string Chip { get; init; }

    /// <summary>Whether nothing exceeds the chip, as far as <see cref="Evidence"/> goes.</summary>
    public required bool Fits { get; init; }

    /// <summary>What <see cref="Fits"/> rests on.</summary>
    public required FitEvidence Evidence { get; init; }

    /// <summary>Neurons of the network, spike sources not included.</summary>
    public required long Neurons { get; init; }

    /// <summary>Synapses of the network; an estimate unless <see cref="IsCounted"/>.</summary>
    public required double Synapses { get; init; }

    /// <summary>Whether every synapse was counted, by arithmetic or one by one.</summary>
    public required bool IsCounted { get; init; }

    /// <summary>Cores that the mapping takes; <see langword="null"/> when the network was not mapped.</summary>
    public int? Cores { get; init; }

    /// <summary>Cores that the network takes at least.</summary>
    public required double CoresAtLeast { get; init; }

    /// <summary>Cores of the chip; <see langword="null"/> when it grows with the network.</summary>
    public int? CoresAvailable { get; init; }

    /// <summary>The resource that asks for most cores; <see langword="null"/> when no resource is limited.</summary>
    public string? BindingResource { get; init; }

    /// <summary>Every limited resource, in a fixed order.</summary>
    public required IReadOnlyList<ResourceDemand> Resources { get; init; }

    /// <summary>Every population of neurons, in the order of the network.</summary>
    public required IReadOnlyList<PopulationDemand> Populations { get; init; }

    /// <summary>Everything found: errors where the network does not fit, warnings otherwise.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}
