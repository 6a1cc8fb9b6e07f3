namespace Ganglion.Emulator.Sessions;

/// <summary>How far a machine may run, how far it has come, and who waits for that.</summary>
internal sealed class Grants
{
    /// <summary>Looks at the clock of the machine before a waiting thread is put to sleep; some ten microseconds.</summary>
    private const int Spins = 2_000;

    private readonly object _gate = new();
    private readonly List<(long Target, TaskCompletionSource<long> Task)> _tasks = [];
    private long _limit;
    private long _reached;
    private volatile int _sleepers;
    private Exception? _end;

    /// <summary>Last timestep that may run.</summary>
    public long Limit => Interlocked.Read(ref _limit);

    /// <summary>Last timestep that has run.</summary>
    public long Reached => Interlocked.Read(ref _reached);

    /// <summary>Begins at a timestep; what was granted before counts from there.</summary>
    /// <param name="timestep">Last timestep that has run.</param>
    public void Begin(long timestep)
    {
        lock (_gate)
        {
            _limit += timestep - _reached;
            _reached = timestep;
        }
    }

    /// <summary>Grants further timesteps.</summary>
    /// <param name="timesteps">How many.</param>
    /// <returns>The new limit.</returns>
    public long Add(long timesteps)
    {
        lock (_gate)
        {
            return _limit = checked(_limit + timesteps);
        }
    }

    /// <summary>Grants all timesteps up to one.</summary>
    /// <param name="timestep">The timestep.</param>
    public void Raise(long timestep)
    {
        lock (_gate)
        {
            _limit = Math.Max(_limit, timestep);
        }
    }

    /// <summary>Notes how far the machine has come, and wakes who waits for it.</summary>
    /// <param name="timestep">Last timestep that has run.</param>
    public void Reach(long timestep)
    {
        Interlocked.Exchange(ref _reached, timestep);
        lock (_gate)
        {
            // A clock without grants has granted what has passed.
            _limit = Math.Max(_limit, timestep);
            if (_sleepers > 0)
            {
                Monitor.PulseAll(_gate);
            }

            for (int i = _tasks.Count - 1; i >= 0; i--)
            {
                if (_tasks[i].Target <= timestep)
                {
                    _tasks[i].Task.TrySetResult(_tasks[i].Target);
                    _tasks.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>Waits until a timestep has passed.</summary>
    /// <param name="target">The timestep.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The timestep.</returns>
    /// <exception cref="InvalidOperationException">The session ended before.</exception>
    public long Wait(long target, CancellationToken cancellation)
    {
        for (int spin = 0; spin < Spins && Reached < target; spin++)
        {
            Thread.SpinWait(1);
        }

        using CancellationTokenRegistration wake = cancellation.Register(Wake);
        lock (_gate)
        {
            _sleepers++;
            while (_reached < target && _end is null && !cancellation.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            _sleepers--;
            if (_reached >= target)
            {
                return target;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        throw new InvalidOperationException("The session has ended before the timestep.", _end);
    }

    /// <summary>Completes when a timestep has passed.</summary>
    /// <param name="target">The timestep.</param>
    public Task<long> WhenReached(long target)
    {
        lock (_gate)
        {
            if (_reached >= target)
            {
                return Task.FromResult(target);
            }

            if (_end is not null)
            {
                return Task.FromException<long>(new InvalidOperationException("The session has ended before the timestep.", _end));
            }

            var task = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            _tasks.Add((target, task));
            return task.Task;
        }
    }

    /// <summary>Lets everybody who waits know that the session has ended.</summary>
    /// <param name="cause">Why.</param>
    public void End(Exception cause)
    {
        lock (_gate)
        {
            _end = cause;
            Monitor.PulseAll(_gate);
            foreach ((_, TaskCompletionSource<long> task) in _tasks)
            {
                task.TrySetException(new InvalidOperationException("The session has ended before the timestep.", cause));
            }

            _tasks.Clear();
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
