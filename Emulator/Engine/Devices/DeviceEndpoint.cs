using System.Runtime.InteropServices;

namespace Ganglion.Emulator.Devices;

/// <summary>All devices of a machine, as the event loop sees them: one more endpoint on the channels.</summary>
/// <remarks>
/// Workers send it the spikes that some device listens to as address events for core <see cref="Core"/>, in the batch that closes the
/// timestep. These are not messages of the chip: no ledger counts them.
/// </remarks>
internal sealed class DeviceEndpoint
{
    /// <summary>Stands for the devices where an address event names a core.</summary>
    public const int Core = -1;

    private readonly List<(IDevice Device, DeviceInput Input, bool[] Listens)> _devices = [];
    private readonly List<DeviceSpike> _spikes = [];
    private readonly List<DeviceSpike> _heard = [];
    private readonly bool[] _listens;

    /// <summary>Makes an endpoint without devices.</summary>
    /// <param name="neurons">Number of logical neurons of the machine.</param>
    public DeviceEndpoint(int neurons) => _listens = new bool[neurons];

    /// <summary>Number of devices.</summary>
    public int Count => _devices.Count;

    /// <summary>Whether any device listens to a neuron.</summary>
    /// <param name="neuron">Logical id.</param>
    public bool Listens(int neuron) => _listens[neuron];

    /// <summary>Adds a device; between runs only.</summary>
    /// <param name="device">The device.</param>
    /// <param name="input">Takes its spikes.</param>
    /// <param name="ranges">First logical neuron and size of the populations that it listens to.</param>
    public void Add(IDevice device, DeviceInput input, IEnumerable<(int First, int Count)> ranges)
    {
        bool[] listens = new bool[_listens.Length];
        foreach ((int first, int count) in ranges)
        {
            listens.AsSpan(first, count).Fill(true);
            _listens.AsSpan(first, count).Fill(true);
        }

        _devices.Add((device, input, listens));
    }

    /// <summary>Lets the devices fire their sources.</summary>
    /// <param name="timestep">The timestep that begins.</param>
    public void Send(long timestep)
    {
        foreach ((IDevice device, DeviceInput input, _) in _devices)
        {
            input.Timestep = timestep;
            device.Send(timestep, input);
        }
    }

    /// <summary>Takes a spike of the current timestep.</summary>
    /// <param name="neuron">Logical id.</param>
    /// <param name="payload">What it carries.</param>
    public void Add(int neuron, int payload) => _spikes.Add(new DeviceSpike(neuron, payload));

    /// <summary>Closes the timestep: every device gets what it listens to.</summary>
    /// <param name="timestep">The timestep.</param>
    public void Close(long timestep)
    {
        // Workers close in any order; a source neuron that fires several times is there several times, with equal payloads.
        _spikes.Sort();
        foreach ((IDevice device, _, bool[] listens) in _devices)
        {
            _heard.Clear();
            foreach (ref readonly DeviceSpike spike in CollectionsMarshal.AsSpan(_spikes))
            {
                if (listens[spike.Neuron])
                {
                    _heard.Add(spike);
                }
            }

            device.Receive(timestep, CollectionsMarshal.AsSpan(_heard));
        }

        _spikes.Clear();
    }
}
