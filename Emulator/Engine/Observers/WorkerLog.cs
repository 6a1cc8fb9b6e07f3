using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Loop;

namespace Ganglion.Emulator.Observers;

/// <summary>Notes what a worker does and hands it on, bundle by bundle.</summary>
/// <remarks>Two bundles take turns: no worker is more than one timestep ahead, so the other one is free when it is needed.</remarks>
internal sealed class WorkerLog
{
    private readonly int _worker;
    private readonly Observatory _observatory;
    private readonly StepPrices[] _prices;
    private readonly IReadOnlyList<CoreImage>? _tracedCores;
    private readonly List<ProbeSlice[]> _slices = [];
    private readonly List<int> _sampleLengths = [];
    private readonly List<Probe> _probes = [];
    private readonly WorkerChunk[] _chunks;
    private int _timesteps = WorkerChunk.Capacity;
    private int _turn;
    private WorkerChunk _chunk;

    /// <summary>Makes the log of a worker.</summary>
    /// <param name="worker">Number of the worker.</param>
    /// <param name="observatory">Where full bundles go.</param>
    /// <param name="prices">Latencies of every price table.</param>
    /// <param name="tracedCores">The image's cores when messages are traced; otherwise <see langword="null"/>.</param>
    public WorkerLog(int worker, Observatory observatory, StepPrices[] prices, IReadOnlyList<CoreImage>? tracedCores)
    {
        _worker = worker;
        _observatory = observatory;
        _prices = prices;
        _tracedCores = tracedCores;
        _chunks = [new WorkerChunk(prices.Length), new WorkerChunk(prices.Length)];
        _chunk = _chunks[0];
    }

    /// <summary>The slices of each probe that this worker samples.</summary>
    public IReadOnlyList<ProbeSlice[]> Slices => _slices;

    /// <summary>Values that this worker adds to one sample of a probe.</summary>
    /// <param name="probe">Number of the probe.</param>
    public int SampleLength(int probe) => _sampleLengths[probe];

    /// <summary>Adds a probe; between runs only.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="slices">The parts that this worker owns.</param>
    public void Add(Probe probe, ProbeSlice[] slices)
    {
        _probes.Add(probe);
        _slices.Add(slices);
        _sampleLengths.Add(slices.Sum(slice => slice.Length));
        _timesteps = WorkerChunk.TimestepsFor(_probes);
        foreach (WorkerChunk chunk in _chunks)
        {
            chunk.Samples.Add([]);
        }
    }

    /// <summary>Begins a run.</summary>
    /// <param name="firstTimestep">Its first timestep.</param>
    public void Begin(long firstTimestep) => _chunk.Begin(firstTimestep);

    /// <summary>Notes a spike.</summary>
    /// <param name="neuron">Logical id.</param>
    /// <param name="payload">What it carries.</param>
    public void Spike(int neuron, int payload)
    {
        if (payload != 1)
        {
            _chunk.AddPayload(payload);
        }

        _chunk.Spikes.Add(neuron);
    }

    /// <summary>Notes a message, when messages are traced.</summary>
    /// <param name="sourceCore">Sending core, as index into the image's cores; −1 for a source.</param>
    /// <param name="sender">Compartment or neuron of the source.</param>
    /// <param name="destinationCore">Receiving core.</param>
    /// <param name="axon">Axon in.</param>
    public void Message(int sourceCore, int sender, int destinationCore, int axon)
    {
        if (_tracedCores is not null)
        {
            int synapses = _tracedCores[destinationCore].Synapses.Rows[axon].Length;
            _chunk.Messages.Add(new MessageRecord(sourceCore, sender, destinationCore, synapses));
        }
    }

    /// <summary>Notes what a core did in the current timestep.</summary>
    /// <param name="counts">Counts of the timestep.</param>
    public void CoreStep(in CoreCounters counts)
    {
        _chunk.Counters[_chunk.Timesteps].Add(counts);
        Span<double> seconds = _chunk.Seconds.AsSpan(_chunk.Timesteps * _prices.Length, _prices.Length);
        for (int table = 0; table < _prices.Length; table++)
        {
            seconds[table] = Math.Max(seconds[table], _prices[table].Work(counts));
        }
    }

    /// <summary>Ends a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    public void EndStep(long timestep)
    {
        for (int i = 0; i < _probes.Count; i++)
        {
            if (_probes[i].Samples(timestep))
            {
                foreach (ProbeSlice slice in _slices[i])
                {
                    slice.Append(_chunk.Samples[i], timestep);
                }
            }
        }

        _chunk.SpikesEnd[_chunk.Timesteps] = _chunk.Spikes.Count;
        _chunk.MessagesEnd[_chunk.Timesteps] = _chunk.Messages.Count;
        _chunk.Timesteps++;
        if (_chunk.Timesteps >= _timesteps)
        {
            Flush();
            _chunk.Begin(timestep + 1);
        }
    }

    /// <summary>Hands on what has been noted.</summary>
    public void Flush()
    {
        if (_chunk.Timesteps > 0)
        {
            _observatory.Submit(_worker, _chunk);
            _turn = 1 - _turn;
            _chunk = _chunks[_turn];
        }
    }
}
