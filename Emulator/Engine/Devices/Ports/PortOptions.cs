namespace Ganglion.Emulator.Devices.Ports;

/// <summary>How a port treats what it is sent.</summary>
public sealed record PortOptions
{
    /// <summary>Name of the port, for counters and messages.</summary>
    public required string Name { get; init; }

    /// <summary>Names of the external sources that the port drives.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Names of the populations and sources whose spikes the port sends on.</summary>
    public IReadOnlyList<string> Populations { get; init; } = [];

    /// <summary>Spikes that can wait in the port, at least 1.</summary>
    public int Capacity { get; init; } = 65_536;

    /// <summary>What happens to spikes that find it full.</summary>
    public LossPolicy Policy { get; init; } = LossPolicy.DropNew;
}
