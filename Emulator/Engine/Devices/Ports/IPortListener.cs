namespace Ganglion.Emulator.Devices.Ports;

/// <summary>Gets what a port sends, timestep by timestep.</summary>
public interface IPortListener
{
    /// <summary>Takes the spikes of a timestep, on the machine's thread: what takes long belongs elsewhere.</summary>
    /// <param name="timestep">The timestep, which has ended.</param>
    /// <param name="spikes">Ascending by neuron; often none. Valid during the call only.</param>
    void Write(long timestep, ReadOnlySpan<DeviceSpike> spikes);
}
