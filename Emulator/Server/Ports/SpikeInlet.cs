using Ganglion.Emulator.Devices.Ports;
using Ganglion.Server.Keys;

namespace Ganglion.Server.Ports;

/// <summary>Turns the keys of a packet into spikes and hands them to the machine together; for one thread.</summary>
/// <param name="port">Where spikes wait for their timestep.</param>
/// <param name="keys">Keys of the neurons that the port drives.</param>
/// <param name="most">Most events of a packet.</param>
internal sealed class SpikeInlet(SpikePort port, KeyMap keys, int most)
{
    private readonly PortSpike[] _spikes = new PortSpike[most];
    private int _count;
    private int _wrong;

    /// <summary>Adds an event of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="timestep">Timestep in which it fires; 0 for the next.</param>
    public void Add(uint key, long timestep)
    {
        if (keys.TryLocate(key, out int population, out int neuron))
        {
            _spikes[_count++] = new PortSpike(population, neuron, timestep);
        }
        else
        {
            _wrong++;
        }
    }

    /// <summary>Adds an event of a neuron.</summary>
    /// <param name="population">Index of its population.</param>
    /// <param name="neuron">Its place there; the port counts one that is not there.</param>
    public void Add(int population, int neuron) => _spikes[_count++] = new PortSpike(population, neuron);

    /// <summary>Hands the spikes over.</summary>
    public void Flush()
    {
        if (_wrong > 0)
        {
            port.CountWrongKeys(_wrong);
        }

        if (_count > 0)
        {
            port.Offer(_spikes.AsSpan(0, _count));
        }

        _count = _wrong = 0;
    }
}
