using Ganglion.Emulator.Devices;

namespace Ganglion.Testing;

/// <summary>Stands for a device in a test: sends what the test says in the next timestep, and keeps what it hears.</summary>
public sealed class LoopbackPort : IDevice
{
    private readonly EmulatorFixture _fixture;
    private readonly List<(int Population, int Neuron)> _next = [];
    private readonly List<DeviceSpike> _heard = [];

    /// <summary>Makes the port of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    internal LoopbackPort(EmulatorFixture fixture) => _fixture = fixture;

    /// <summary>Spikes of the last timestep, of all populations, ascending by logical neuron.</summary>
    public IReadOnlyList<DeviceSpike> Heard => _heard;

    /// <summary>Lets neurons of an external source fire in the next timestep.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="neurons">Neurons of the source, from 0; a repeated neuron fires several times.</param>
    /// <exception cref="ArgumentException">There is no such population.</exception>
    public void Send(string source, params IEnumerable<int> neurons)
    {
        int population = _fixture.IndexOf(source);
        _next.AddRange(neurons.Select(neuron => (population, neuron)));
    }

    /// <inheritdoc/>
    void IDevice.Send(long timestep, DeviceInput input)
    {
        // Timestep 0 is before the run; what a test sends belongs to its first step.
        if (timestep == 0)
        {
            return;
        }

        foreach ((int population, int neuron) in _next)
        {
            input.Fire(population, [neuron]);
        }

        _next.Clear();
    }

    /// <inheritdoc/>
    void IDevice.Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
    {
        _heard.Clear();
        _heard.AddRange(spikes);
    }
}
