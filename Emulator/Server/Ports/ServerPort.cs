using System.Net;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Server.Keys;
using Ganglion.Server.Options;

namespace Ganglion.Server.Ports;

/// <summary>A port of a server: spikes of clients into the machine, and its spikes to clients.</summary>
public abstract class ServerPort : IPortListener, IDisposable
{
    /// <summary>Makes a port.</summary>
    private protected ServerPort(PortRequest request, SpikePort spikes, KeyMap inputs, KeyMap outputs) =>
        (Request, Spikes, Inputs, Outputs) = (request, spikes, inputs, outputs);

    /// <summary>What the user asked for.</summary>
    public PortRequest Request { get; }

    /// <summary>Name of the port.</summary>
    public string Name => Spikes.Name;

    /// <summary>Where spikes wait for their timestep, with its counters.</summary>
    public SpikePort Spikes { get; }

    /// <summary>Keys of the neurons that the port drives.</summary>
    public KeyMap Inputs { get; }

    /// <summary>Keys of the neurons whose spikes the port sends.</summary>
    public KeyMap Outputs { get; }

    /// <summary>Counts of packets.</summary>
    public PortTraffic Traffic { get; } = new();

    /// <summary>Where the port listens, input first.</summary>
    public abstract IReadOnlyList<IPEndPoint> Addresses { get; }

    /// <summary>Addresses of those who are sent spikes.</summary>
    public abstract IReadOnlyList<string> Clients { get; }

    /// <inheritdoc/>
    public abstract void Write(long timestep, ReadOnlySpan<DeviceSpike> spikes);

    /// <summary>Begins to receive.</summary>
    internal abstract void Start();

    /// <summary>Ends receiving; spikes are sent on until the port is disposed of.</summary>
    internal abstract void StopReceiving();

    /// <summary>Lets those go who hold time up, or have been silent for too long.</summary>
    /// <returns>Their names.</returns>
    internal virtual IReadOnlyList<string> DropSilent() => [];

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes sockets.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected abstract void Dispose(bool disposing);
}
