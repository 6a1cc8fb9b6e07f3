namespace Ganglion.Emulator.Devices.Ports;

/// <summary>Gets what ports admit: with it a run can be repeated.</summary>
public interface IInputRecorder
{
    /// <summary>Takes the spikes that a port fires in a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="port">Number of the port, in the order in which ports were opened.</param>
    /// <param name="sequence">Number of spikes that the port admitted before.</param>
    /// <param name="spikes">The spikes, in their order; valid during the call only.</param>
    void Record(long timestep, int port, long sequence, ReadOnlySpan<PortSpike> spikes);
}
