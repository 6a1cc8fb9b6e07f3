namespace Ganglion.Emulator.Devices;

/// <summary>A sensor, a robot or a test bench: an endpoint of the event loop that sends and receives spikes timestep by timestep.</summary>
/// <remarks>
/// Both methods are called on the thread of the worker that owns the devices, in every timestep and in this order. Returning from
/// <see cref="Send"/> closes the timestep for the device, and <see cref="Receive"/> is the batch that closes it for the machine. A device
/// that takes its time holds the machine back; one that throws ends the run with a <see cref="WorkerFailedException"/>.
/// </remarks>
public interface IDevice
{
    /// <summary>Gives the spikes that the device's sources fire in a timestep.</summary>
    /// <param name="timestep">The timestep that begins, from 0; in timestep 0 only sources fire.</param>
    /// <param name="input">Takes the spikes; of use during the call only.</param>
    void Send(long timestep, DeviceInput input);

    /// <summary>Takes the spikes of a timestep that has ended.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="spikes">Spikes of the populations that the device listens to, ascending by neuron; valid during the call only.</param>
    void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes);
}
