using Ganglion.Emulator.Devices;

namespace Ganglion.Server.Hosting;

/// <summary>A device that only knows the time: a machine that runs freely tells it nobody else.</summary>
internal sealed class StepCounter : IDevice
{
    private long _timestep;

    /// <summary>Last timestep that has ended; of any thread.</summary>
    public long Timestep => Interlocked.Read(ref _timestep);

    /// <inheritdoc/>
    public void Send(long timestep, DeviceInput input)
    {
    }

    /// <inheritdoc/>
    public void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes) => Interlocked.Exchange(ref _timestep, timestep);
}
