using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Place;

namespace Ganglion.Compiler.Route;

/// <summary>A placed network whose spikes know their ways.</summary>
internal sealed record RoutedNetwork
{
    /// <summary>The placed network.</summary>
    public required Placement Placement { get; init; }

    /// <summary>Where every logical neuron is.</summary>
    public required NeuronLocations Locations { get; init; }

    /// <summary>Axons out of the neurons of every population.</summary>
    public required AxonTable[] AxonsOut { get; init; }

    /// <summary>The rows that every core in use will hold.</summary>
    public required RowPlan[] Rows { get; init; }
}
