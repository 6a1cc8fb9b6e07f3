namespace Ganglion.Emulator.Devices;

/// <summary>Gets what devices send: with it a run can be repeated without them.</summary>
public interface IInputRecorder
{
    /// <summary>Takes the spikes that a device fires in a source, on the thread of the device.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="device">Number of the device, in the order in which devices were connected.</param>
    /// <param name="sequence">Number of spikes that the device sent before.</param>
    /// <param name="population">Index of the source among the image's populations.</param>
    /// <param name="neurons">Neurons of the source, in the order in which they fire; valid during the call only.</param>
    void Record(long timestep, int device, long sequence, int population, ReadOnlySpan<int> neurons);
}
