using System.Runtime.InteropServices;
using Ganglion.Emulator.Faults;

namespace Ganglion.Emulator.Devices.Ports;

/// <summary>A device that other threads feed: a bounded queue of spikes that are admitted when a timestep begins.</summary>
/// <remarks>
/// <see cref="Offer"/> may be called from any thread, all else by the owner of the machine. Within a timestep spikes fire in the order in
/// which they were offered, those for this very timestep first; ports come in the order in which they were opened.
/// </remarks>
public sealed class SpikePort : IDevice
{
    private readonly object _gate = new();
    private readonly PortOptions _options;
    private readonly Dictionary<int, int> _sizes;
    private readonly PortFaults? _faults;
    private readonly PriorityQueue<PortSpike, (long Timestep, long Sequence)> _timed = new();
    private readonly List<PortSpike> _due = [];
    private readonly List<int> _neurons = [];
    private readonly List<IPortListener> _listeners = [];
    private Queue<PortSpike> _waiting = new();
    private Queue<PortSpike> _spare = new();
    private long _nextTimestep = 1;
    private long _admitted;
    private long _sent;
    private long _late;
    private long _received;
    private long _wrongKeys;
    private long _malformed;
    private long _overflow;
    private long _offered;
    private bool _hasOverflowed;
    private bool _isClosed;
    private bool _isSilent;

    private SpikePort(PortOptions options, Dictionary<int, int> sizes, PortFaults? faults) => (_options, _sizes, _faults) = (options, sizes, faults);

    /// <summary>Name of the port.</summary>
    public string Name => _options.Name;

    /// <summary>What happens to spikes that find it full.</summary>
    public LossPolicy Policy => _options.Policy;

    /// <summary>What has passed through so far; of any thread.</summary>
    public PortCounters Counters
    {
        get
        {
            lock (_gate)
            {
                return new PortCounters(
                    _received, _admitted, Interlocked.Read(ref _sent), Interlocked.Read(ref _wrongKeys), Interlocked.Read(ref _malformed), _late, _overflow,
                    _waiting.Count + _timed.Count);
            }
        }
    }

    /// <summary>Opens a port of a machine; between runs only.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="options">How the port works.</param>
    /// <param name="recorder">Takes what is admitted, so that the run can be repeated; <see langword="null"/> for nobody.</param>
    /// <exception cref="ArgumentException">A population is unknown or not an external source, or the capacity is below 1.</exception>
    public static SpikePort Open(Machine machine, PortOptions options, IInputRecorder? recorder = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1, nameof(options));
        Dictionary<int, int> sizes = machine.Image.Populations.Index().Where(population => options.Sources.Contains(population.Item.Name))
            .ToDictionary(population => population.Index, population => population.Item.Count);
        var port = new SpikePort(options, sizes, machine.ChipFaults is { } faults ? PortFaults.Of(faults.Plan, options.Name, faults.Counts) : null);
        machine.Connect(port, options.Sources, options.Populations, recorder);
        return port;
    }

    /// <summary>Adds somebody who gets what the port sends; between runs only.</summary>
    /// <param name="listener">The listener.</param>
    public void Attach(IPortListener listener) => _listeners.Add(listener);

    /// <summary>Counts events whose key belongs to no neuron of the port.</summary>
    /// <param name="count">How many.</param>
    public void CountWrongKeys(int count) => Interlocked.Add(ref _wrongKeys, count);

    /// <summary>Counts a packet that could not be read.</summary>
    public void CountMalformed() => Interlocked.Increment(ref _malformed);

    /// <summary>Hands spikes to the machine, for the next timestep that begins or the one that they name.</summary>
    /// <param name="spikes">The spikes; one that no source of the port has is counted as a wrong key.</param>
    /// <param name="cancellation">Ends the waiting for room; what finds none then is dropped and counted.</param>
    /// <returns>How many were taken; others were dropped, or the port is closed.</returns>
    public int Offer(ReadOnlySpan<PortSpike> spikes, CancellationToken cancellation = default)
    {
        int taken = 0;
        int wrong = 0;
        using CancellationTokenRegistration wake = Policy == LossPolicy.Wait && cancellation.CanBeCanceled ? cancellation.Register(Wake) : default;
        lock (_gate)
        {
            foreach (ref readonly PortSpike spike in Arriving(spikes))
            {
                if (!_sizes.TryGetValue(spike.Population, out int size) || (uint)spike.Neuron >= (uint)size)
                {
                    wrong++;
                }
                else if (Take(spike, cancellation))
                {
                    taken++;
                }
            }
        }

        CountWrongKeys(wrong);
        return taken;
    }

    /// <summary>Lets nothing in any more; senders that wait give up.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>What faults leave of a packet.</summary>
    private ReadOnlySpan<PortSpike> Arriving(ReadOnlySpan<PortSpike> spikes) =>
        _faults is null ? spikes : _faults.Arriving(spikes, _nextTimestep).SelectMany(packet => packet).ToArray();

    private bool IsFull => _waiting.Count + _timed.Count >= _options.Capacity;

    /// <inheritdoc/>
    void IDevice.Send(long timestep, DeviceInput input)
    {
        // Timestep 0 is before the run: nobody has been granted anything.
        if (timestep == 0)
        {
            return;
        }

        _nextTimestep = timestep + 1;
        _isSilent = _faults?.IsSilent(timestep) == true;
        if (_isSilent)
        {
            return;
        }

        Collect(timestep);
        if (_due.Count == 0)
        {
            return;
        }

        ReadOnlySpan<PortSpike> due = CollectionsMarshal.AsSpan(_due);
        for (int first = 0; first < due.Length;)
        {
            int end = first;
            _neurons.Clear();
            for (; end < due.Length && due[end].Population == due[first].Population; end++)
            {
                _neurons.Add(due[end].Neuron);
            }

            input.Fire(due[first].Population, CollectionsMarshal.AsSpan(_neurons));
            first = end;
        }
    }

    /// <inheritdoc/>
    void IDevice.Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
    {
        if (_isSilent)
        {
            return;
        }

        Interlocked.Add(ref _sent, _listeners.Count > 0 ? spikes.Length : 0);
        foreach (IPortListener listener in _listeners)
        {
            listener.Write(timestep, spikes);
        }
    }

    private bool Take(in PortSpike spike, CancellationToken cancellation)
    {
        while (Policy == LossPolicy.Wait && IsFull && !_isClosed && !cancellation.IsCancellationRequested)
        {
            Monitor.Wait(_gate);
        }

        if (_isClosed)
        {
            return false;
        }

        _received++;
        if (IsFull && !MakesRoom())
        {
            _overflow++;
            _hasOverflowed = true;
            return false;
        }

        _waiting.Enqueue(spike);
        return true;
    }

    private bool MakesRoom()
    {
        if (_options.Policy != LossPolicy.DropOldest)
        {
            return false;
        }

        _overflow++;
        if (!_waiting.TryDequeue(out _))
        {
            _timed.Dequeue();
        }

        return true;
    }

    /// <summary>Gathers what fires in a timestep, and makes room.</summary>
    private void Collect(long timestep)
    {
        _due.Clear();
        lock (_gate)
        {
            if (_hasOverflowed && _options.Policy == LossPolicy.Fail)
            {
                throw new PortFullException(Name, _options.Capacity);
            }

            while (_timed.TryPeek(out PortSpike timed, out _) && timed.Timestep <= timestep)
            {
                _due.Add(_timed.Dequeue());
            }

            (_waiting, _spare) = (_spare, _waiting);
            while (_spare.TryDequeue(out PortSpike spike))
            {
                if (spike.Timestep == 0 || spike.Timestep == timestep)
                {
                    _due.Add(spike);
                }
                else if (spike.Timestep > timestep)
                {
                    _timed.Enqueue(spike, (spike.Timestep, _offered++));
                }
                else
                {
                    _late++;
                }
            }

            _admitted += _due.Count;
            Monitor.PulseAll(_gate);
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }
}
