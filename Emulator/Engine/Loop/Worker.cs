using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Faults;
using Ganglion.Emulator.Observers;
using Ganglion.Router;

namespace Ganglion.Emulator.Loop;

/// <summary>An endpoint that owns cores and sources and runs their timesteps on one thread.</summary>
internal sealed class Worker : IDisposable
{
    /// <summary>Worker that owns the devices, and so the first outbox of every other.</summary>
    private const int DeviceOwner = 0;

    private readonly CoreUnit[] _cores;
    private readonly SourceUnit[] _sources;
    private readonly CoreUnit?[] _unitOfCore;
    private readonly Inbox _inbox;
    private readonly BatchPool _pool;
    private readonly List<SpikeBatch> _early = [];
    private readonly StopSignal _stop;
    private Outbox[] _outboxes = [];

    /// <summary>Makes a worker; <see cref="Connect"/> joins it to the others.</summary>
    /// <param name="index">Number of the worker.</param>
    /// <param name="cores">Cores that it owns.</param>
    /// <param name="sources">Sources that it owns.</param>
    /// <param name="unitOfCore">Its own cores by index into the image's cores.</param>
    /// <param name="pool">Batches to fill.</param>
    /// <param name="stop">Where a stop is announced.</param>
    /// <param name="log">Where it notes what happened.</param>
    public Worker(int index, CoreUnit[] cores, SourceUnit[] sources, CoreUnit?[] unitOfCore, BatchPool pool, StopSignal stop, WorkerLog log)
    {
        Index = index;
        _cores = cores;
        _sources = sources;
        _unitOfCore = unitOfCore;
        _pool = pool;
        _stop = stop;
        Log = log;
        _inbox = new Inbox();
    }

    /// <summary>Number of the worker.</summary>
    public int Index { get; }

    /// <summary>Where others send to.</summary>
    public Inbox Inbox => _inbox;

    /// <summary>What happened, for the observers.</summary>
    public WorkerLog Log { get; }

    /// <summary>Cores that it owns.</summary>
    public IReadOnlyList<CoreUnit> Cores => _cores;

    /// <summary>Sources that it owns.</summary>
    public IReadOnlyList<SourceUnit> Sources => _sources;

    /// <summary>Measures the phases, when asked to.</summary>
    public PhaseClock? Clock { get; init; }

    /// <summary>The devices, when there are any; the first worker owns them.</summary>
    public DeviceEndpoint? Devices { get; set; }

    /// <summary>Injected faults; <see langword="null"/> for none.</summary>
    public ChipFaults? Faults { get; set; }

    /// <summary>Core that is being updated or delivered to, for error messages; −1 in between.</summary>
    public int CurrentCore { get; private set; } = -1;

    /// <summary>Last timestep that the worker began.</summary>
    public long Timestep { get; private set; }

    private bool OwnsDevices => Devices is not null && Index == DeviceOwner;

    /// <summary>Joins the worker to all others.</summary>
    /// <param name="others">The other workers, ascending.</param>
    public void Connect(IEnumerable<Worker> others) =>
        _outboxes = [.. others.Select(other => new Outbox(Index, other.Inbox, _pool, TakeWhileSending))];

    /// <summary>Runs timesteps one after the other until the last, or until a stop is due.</summary>
    /// <param name="first">First timestep; in timestep 0 only sources fire.</param>
    /// <param name="last">Last timestep.</param>
    /// <returns>Last timestep that was run.</returns>
    public long Run(long first, long last)
    {
        for (long now = first; now <= last; now++)
        {
            if (_stop.IsDue(now))
            {
                return now - 1;
            }

            Begin(now);
            Update(now);
            Clock?.End(Phase.Update);
            Emit(now);
            Clock?.End(Phase.Emit);
            Deliver(now);
            Clock?.End(Phase.Deliver);
            ReceiveUntilClosed(now);
            Clock?.End(Phase.Receive);
            Learn(now);
            Clock?.End(Phase.Learn);
            Observe(now);
            Clock?.End(Phase.Observe);
        }

        return last;
    }

    /// <inheritdoc/>
    public void Dispose() => _inbox.Dispose();

    private void Begin(long now)
    {
        Timestep = now;
        Clock?.Begin();
        foreach (CoreUnit unit in _cores)
        {
            unit.Before = unit.Core.Counters;
        }

        foreach (Outbox outbox in _outboxes)
        {
            outbox.Begin(now);
        }
    }

    /// <summary>Updates every core with input or unsettled state; the others are skipped.</summary>
    private void Update(long now)
    {
        if (now == 0)
        {
            return;
        }

        foreach (CoreUnit unit in _cores)
        {
            CurrentCore = unit.Index;
            if (!unit.Core.NeedsUpdate(now))
            {
                unit.Core.Skip();
            }
            else if (Faults?.IsDead(unit.Index, now) == true)
            {
                Faults.CountDead(unit.Index);
                unit.Core.Skip();
            }
            else
            {
                unit.Core.Update(now);
            }
        }

        CurrentCore = -1;
    }

    /// <summary>Translates spikes to address events: own cores get them directly, the others in the batch that closes the timestep.</summary>
    private void Emit(long now)
    {
        if (OwnsDevices)
        {
            Devices!.Send(now);
        }

        foreach (SourceUnit unit in _sources)
        {
            unit.Generator.Advance(now);
            foreach (int neuron in unit.Generator.Fired)
            {
                Note(unit.FirstNeuron + neuron, payload: 1);
                Send(unit.FanOut, neuron, payload: 1);
            }
        }

        foreach (CoreUnit unit in _cores)
        {
            ReadOnlySpan<int> spikes = unit.Core.Spikes;
            ReadOnlySpan<int> payloads = unit.Core.Payloads;
            Faults?.ChangeSpikes(unit.Index, now, ref spikes, ref payloads);
            for (int i = 0; i < spikes.Length; i++)
            {
                int payload = payloads.IsEmpty ? 1 : payloads[i];
                int neuron = unit.LogicalIds[spikes[i]];
                if (neuron != CoreUnit.NoNeuron)
                {
                    Note(neuron, payload);
                }

                unit.Core.Counters.MessagesOut += Send(unit.FanOut, spikes[i], payload);
            }
        }

        foreach (Outbox outbox in _outboxes)
        {
            outbox.Close();
        }
    }

    /// <summary>Tells the observers of a spike, and the devices that listen to its neuron.</summary>
    private void Note(int neuron, int payload)
    {
        Log.Spike(neuron, payload);
        if (Devices is null || !Devices.Listens(neuron))
        {
            return;
        }

        if (OwnsDevices)
        {
            Devices.Add(neuron, payload);
        }
        else
        {
            _outboxes[DeviceOwner].Add(new AddressEvent(DeviceEndpoint.Core, neuron, payload, 0));
        }
    }

    /// <summary>Sends a spike to all that its neuron reaches.</summary>
    /// <returns>Messages that this takes: one per destination, or one for all.</returns>
    private int Send(FanOut fanOut, int neuron, int payload)
    {
        ReadOnlySpan<FanOutEntry> entries = fanOut[neuron];
        foreach (ref readonly FanOutEntry entry in entries)
        {
            fanOut.Messages[entry.Slot]++;
            Log.Message(fanOut.SenderCore, neuron, entry.Core, entry.Axon);
            if (Faults is null)
            {
                Forward(in entry, payload);
                continue;
            }

            FanOutEntry changed = entry;
            if (Faults.Arrives(fanOut.SenderCore, neuron, ref changed, Timestep))
            {
                Forward(in changed, payload);
            }
        }

        if (fanOut.Multicast is not { } tree || entries.Length == 0)
        {
            return entries.Length;
        }

        tree.Count(neuron);
        return 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Forward(in FanOutEntry entry, int payload)
    {
        if (entry.Queue >= 0)
        {
            _cores[entry.Queue].Queue.Add(new AxonEvent(entry.Axon, payload, entry.Delay));
        }
        else
        {
            _outboxes[-1 - entry.Queue].Add(new AddressEvent(entry.Core, entry.Axon, payload, entry.Delay));
        }
    }

    /// <summary>Adds the rows of all axons that have been told so far to the dendrites.</summary>
    private void Deliver(long now)
    {
        foreach (CoreUnit unit in _cores)
        {
            if (unit.Queue.Events.Length > 0)
            {
                CurrentCore = unit.Index;
                unit.Core.Deliver(now, unit.Queue.Events);
                unit.Queue.Clear();
            }
        }

        CurrentCore = -1;
    }

    private void ReceiveUntilClosed(long now)
    {
        if (_outboxes.Length == 0)
        {
            return;
        }

        int open = _outboxes.Length;
        for (int i = _early.Count - 1; i >= 0; i--)
        {
            if (_early[i].Timestep == now)
            {
                open -= Take(_early[i]);
                _early.RemoveAt(i);
            }
        }

        while (open > 0)
        {
            SpikeBatch batch = _inbox.Receive();
            if (batch.Timestep == now)
            {
                open -= Take(batch);
            }
            else
            {
                _early.Add(batch);
            }
        }

        Deliver(now);
    }

    private void Learn(long now)
    {
        if (now == 0)
        {
            return;
        }

        foreach (CoreUnit unit in _cores)
        {
            if (unit.Core.Learns && Faults?.IsDead(unit.Index, now) != true)
            {
                CurrentCore = unit.Index;
                unit.Core.Learn(now);
            }
        }

        CurrentCore = -1;
    }

    /// <summary>Queues the events of a batch; 1 if it closes its sender's timestep.</summary>
    private int Take(SpikeBatch batch)
    {
        foreach (ref readonly AddressEvent addressEvent in batch.Events)
        {
            if (addressEvent.Core == DeviceEndpoint.Core)
            {
                Devices!.Add(addressEvent.Axon, addressEvent.Payload);
            }
            else
            {
                _unitOfCore[addressEvent.Core]!.Queue.Add(new AxonEvent(addressEvent.Axon, addressEvent.Payload, addressEvent.Delay));
            }
        }

        int closes = batch.Closes ? 1 : 0;
        _pool.Return(batch);
        return closes;
    }

    private void TakeWhileSending()
    {
        if (_inbox.TryReceive(out SpikeBatch? batch))
        {
            _early.Add(batch);
        }
        else if (_stop.IsAborted)
        {
            throw new ChannelClosedException();
        }
        else
        {
            Thread.Yield();
        }
    }

    private void Observe(long now)
    {
        foreach (CoreUnit unit in _cores)
        {
            Log.CoreStep(unit.Core.Counters.Since(unit.Before));
        }

        Log.EndStep(now);
        if (OwnsDevices)
        {
            Devices!.Close(now);
        }
    }
}
