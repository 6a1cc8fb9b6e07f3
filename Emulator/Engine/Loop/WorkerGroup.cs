using System.Runtime.ExceptionServices;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Faults;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Loop;

/// <summary>All workers of a machine; the first runs on the caller's thread, the others on threads of their own.</summary>
internal sealed class WorkerGroup : IDisposable
{
    private readonly Worker[] _workers;
    private readonly StopSignal _stop;
    private readonly Observatory _observatory;
    private readonly Lock _gate = new();
    private WorkerFailedException? _failure;

    /// <summary>Makes the group of a machine.</summary>
    /// <param name="workers">Workers, joined to each other.</param>
    /// <param name="stop">What they look at before every timestep.</param>
    /// <param name="observatory">Where their logs go.</param>
    public WorkerGroup(Worker[] workers, StopSignal stop, Observatory observatory)
    {
        _workers = workers;
        _stop = stop;
        _observatory = observatory;
    }

    /// <summary>All sources, in the order of their populations.</summary>
    public IEnumerable<SourceUnit> Sources => _workers.SelectMany(worker => worker.Sources).OrderBy(source => source.Population);

    /// <summary>Messages that sources sent.</summary>
    public long SourceMessages => Sources.Sum(source => source.FanOut.Messages.Sum());

    /// <summary>Runs all workers over the same timesteps.</summary>
    /// <param name="first">First timestep.</param>
    /// <param name="last">Last timestep.</param>
    /// <param name="cancellation">Request to stop after a whole timestep.</param>
    /// <returns>Last timestep that was run.</returns>
    /// <exception cref="WorkerFailedException">A worker failed, now or before.</exception>
    public long Run(long first, long last, CancellationToken cancellation)
    {
        ThrowIfFailed();
        _stop.Clear();
        _stop.Request = cancellation;
        long[] reached = new long[_workers.Length];
        Thread[] threads = [.. _workers.Skip(1).Select(worker => new Thread(() => reached[worker.Index] = Run(worker, first, last))
        {
            Name = $"worker {worker.Index}",
            IsBackground = true,
        })];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        reached[0] = Run(_workers[0], first, last);
        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        ThrowIfFailed();
        return reached[0];
    }

    /// <summary>Wall time of a phase, summed over the workers; zero unless it is measured.</summary>
    /// <param name="phase">The phase.</param>
    public TimeSpan Elapsed(Phase phase) =>
        _workers.Aggregate(TimeSpan.Zero, (sum, worker) => sum + (worker.Clock?.Elapsed(phase) ?? TimeSpan.Zero));

    /// <summary>Lets every worker sample its part.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="slicesOf">The parts that a core holds.</param>
    public void Add(Probe probe, Func<CoreUnit, IEnumerable<ProbeSlice>> slicesOf)
    {
        foreach (Worker worker in _workers)
        {
            worker.Log.Add(probe, [.. worker.Cores.SelectMany(slicesOf)]);
        }

        _observatory.Add(probe);
    }

    /// <summary>Lets every worker know the devices.</summary>
    /// <param name="devices">The devices.</param>
    public void Add(DeviceEndpoint devices) => Array.ForEach(_workers, worker => worker.Devices = devices);

    /// <summary>Lets every worker know the injected faults.</summary>
    /// <param name="faults">The faults; <see langword="null"/> for none.</param>
    public void Add(ChipFaults? faults) => Array.ForEach(_workers, worker => worker.Faults = faults);

    /// <summary>Sets all sources back to before the first timestep.</summary>
    public void ResetSources()
    {
        foreach (SourceUnit source in Sources)
        {
            source.Generator.Reset();
        }
    }

    /// <summary>Refuses to go on after a failure.</summary>
    /// <exception cref="WorkerFailedException">A worker has failed.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Worker worker in _workers)
        {
            worker.Dispose();
        }
    }

    private long Run(Worker worker, long first, long last)
    {
        try
        {
            worker.Log.Begin(first);
            long reached = worker.Run(first, last);
            worker.Log.Flush();
            return reached;
        }
#pragma warning disable CA1031 // Whatever goes wrong on a worker's thread is handed to the caller of the run.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            Fail(worker, cause);
            return first - 1;
        }
    }

    private void Fail(Worker worker, Exception cause)
    {
        lock (_gate)
        {
            // The others fail in turn because their channels close; the first failure is the cause.
            CoreId? core = worker.CurrentCore < 0 ? null : worker.Cores.First(unit => unit.Index == worker.CurrentCore).Core.Id;
            _failure ??= new WorkerFailedException(worker.Index, worker.Timestep, core, cause);
            _stop.Abort();
            foreach (Worker other in _workers)
            {
                other.Inbox.Stop();
            }
        }
    }
}
