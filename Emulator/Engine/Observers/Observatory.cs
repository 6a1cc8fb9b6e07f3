using System.Runtime.InteropServices;
using Ganglion.Cores;

namespace Ganglion.Emulator.Observers;

/// <summary>Joins the bundles of all workers, so that observers see whole timesteps in order.</summary>
/// <remarks>The worker that submits last does the joining: slow observers hold the machine back, and nothing piles up.</remarks>
internal sealed class Observatory
{
    private readonly Lock _gate = new();
    private readonly WorkerChunk?[] _submitted;
    private readonly int _priceTables;
    private readonly double[] _barrier;
    private readonly double[] _seconds;
    private readonly List<ITimestepObserver> _observers = [];
    private readonly List<Probe> _probes = [];
    private readonly List<WorkerLog> _logs = [];
    private readonly List<int> _spikes = [];
    private readonly List<int> _payloads = [];
    private readonly List<MessageRecord> _messages = [];
    private int[] _sample = [];

    /// <summary>Makes the observatory of a machine.</summary>
    /// <param name="workers">Number of workers.</param>
    /// <param name="barrier">Duration of the barrier by each price table, in seconds.</param>
    public Observatory(int workers, double[] barrier)
    {
        _submitted = new WorkerChunk[workers];
        _barrier = barrier;
        _priceTables = barrier.Length;
        _seconds = new double[_priceTables];
        ChipSeconds = new double[_priceTables];
    }

    /// <summary>Chip time so far, in seconds, by each price table.</summary>
    public double[] ChipSeconds { get; }

    /// <summary>Adds an observer; between runs only.</summary>
    public void Add(ITimestepObserver observer) => _observers.Add(observer);

    /// <summary>Removes an observer; between runs only.</summary>
    public void Remove(ITimestepObserver observer) => _observers.Remove(observer);

    /// <summary>Adds a probe; between runs only.</summary>
    public void Add(Probe probe) => _probes.Add(probe);

    /// <summary>Adds the log of the next worker.</summary>
    public void Add(WorkerLog log) => _logs.Add(log);

    /// <summary>Takes the bundle of a worker.</summary>
    /// <param name="worker">Number of the worker.</param>
    /// <param name="chunk">Its bundle; it is free again when all workers have submitted theirs.</param>
    public void Submit(int worker, WorkerChunk chunk)
    {
        lock (_gate)
        {
            _submitted[worker] = chunk;
            if (Array.TrueForAll(_submitted, submitted => submitted is not null))
            {
                Join();
                Array.Clear(_submitted);
            }
        }
    }

    private void Join()
    {
        WorkerChunk first = _submitted[0]!;
        Span<int> sampleAt = stackalloc int[_probes.Count];
        sampleAt.Clear();
        for (int step = 0; step < first.Timesteps; step++)
        {
            long timestep = first.FirstTimestep + step;
            CoreCounters counters = Gather(step, timestep);
            var record = new TimestepRecord
            {
                Timestep = timestep,
                Spikes = CollectionsMarshal.AsSpan(_spikes),
                Payloads = CollectionsMarshal.AsSpan(_payloads),
                Counters = counters,
                Seconds = _seconds,
                Messages = CollectionsMarshal.AsSpan(_messages),
            };
            foreach (ITimestepObserver observer in _observers)
            {
                observer.Observe(record);
            }

            for (int probe = 0; probe < _probes.Count; probe++)
            {
                if (_probes[probe].Samples(timestep))
                {
                    WriteSample(probe, timestep, sampleAt[probe]++);
                }
            }
        }
    }

    private CoreCounters Gather(int step, long timestep)
    {
        CoreCounters counters = default;
        _spikes.Clear();
        _payloads.Clear();
        _messages.Clear();
        Array.Clear(_seconds);
        foreach (WorkerChunk? chunk in _submitted)
        {
            counters.Add(chunk!.Counters[step]);
            _spikes.AddRange(Slice(chunk.Spikes, chunk.SpikesEnd, step));
            _messages.AddRange(Slice(chunk.Messages, chunk.MessagesEnd, step));
            for (int table = 0; table < _priceTables; table++)
            {
                _seconds[table] = Math.Max(_seconds[table], chunk.Seconds[(step * _priceTables) + table]);
            }
        }

        SortSpikes(step);
        CollectionsMarshal.AsSpan(_messages).Sort();
        for (int table = 0; table < _priceTables; table++)
        {
            // Timestep 0 is before the machine runs: sources fill the axons, and no barrier is passed.
            _seconds[table] = timestep == 0 ? 0 : _seconds[table] + _barrier[table];
            ChipSeconds[table] += _seconds[table];
        }

        return counters;
    }

    /// <summary>Sorts the spikes, with their payloads where any differs from 1.</summary>
    private void SortSpikes(int step)
    {
        Span<int> spikes = CollectionsMarshal.AsSpan(_spikes);
        if (Array.Exists(_submitted, chunk => chunk!.Payloads.Count > 0))
        {
            GatherPayloads(step);
        }

        if (CollectionsMarshal.AsSpan(_payloads).ContainsAnyExcept(1))
        {
            spikes.Sort(CollectionsMarshal.AsSpan(_payloads));
        }
        else
        {
            _payloads.Clear();
            spikes.Sort();
        }
    }

    private void GatherPayloads(int step)
    {
        foreach (WorkerChunk? chunk in _submitted)
        {
            (int start, int end) = Bounds(chunk!.SpikesEnd, step);
            ReadOnlySpan<int> noted = CollectionsMarshal.AsSpan(chunk.Payloads);
            noted = noted[Math.Min(start, noted.Length)..Math.Min(end, noted.Length)];
            _payloads.AddRange(noted);
            _payloads.AddRange(Enumerable.Repeat(1, end - start - noted.Length));
        }
    }

    private void WriteSample(int probe, long timestep, int sample)
    {
        int count = _probes[probe].Count;
        if (_sample.Length < count)
        {
            _sample = new int[count];
        }

        // Neurons without a synapse have no trace on any core.
        _sample.AsSpan(0, count).Clear();
        for (int worker = 0; worker < _logs.Count; worker++)
        {
            ReadOnlySpan<int> samples = CollectionsMarshal.AsSpan(_submitted[worker]!.Samples[probe]);
            int next = sample * _logs[worker].SampleLength(probe);
            foreach (ProbeSlice slice in _logs[worker].Slices[probe])
            {
                slice.Place(samples.Slice(next, slice.Length), _sample);
                next += slice.Length;
            }
        }

        _probes[probe].Sink.Write(timestep, _sample.AsSpan(0, count));
    }

    private static ReadOnlySpan<T> Slice<T>(List<T> items, int[] ends, int step)
    {
        (int start, int end) = Bounds(ends, step);
        return CollectionsMarshal.AsSpan(items)[start..end];
    }

    private static (int Start, int End) Bounds(int[] ends, int step) => (step == 0 ? 0 : ends[step - 1], ends[step]);
}
