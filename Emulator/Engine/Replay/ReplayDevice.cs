using Ganglion.Emulator.Devices;

namespace Ganglion.Emulator.Replay;

/// <summary>Sends again what the devices of a recorded run sent.</summary>
internal sealed class ReplayDevice : IDevice
{
    private readonly Queue<RecordedInput> _inputs = new();

    /// <summary>Adds input of timesteps to come.</summary>
    /// <param name="inputs">In the order of time.</param>
    public void Add(IEnumerable<RecordedInput> inputs)
    {
        foreach (RecordedInput input in inputs)
        {
            _inputs.Enqueue(input);
        }
    }

    /// <inheritdoc/>
    public void Send(long timestep, DeviceInput input)
    {
        while (_inputs.TryPeek(out RecordedInput? next) && next.Timestep <= timestep)
        {
            _inputs.Dequeue();
            input.Fire(next.Population, next.Neurons);
        }
    }

    /// <inheritdoc/>
    public void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
    {
    }
}
