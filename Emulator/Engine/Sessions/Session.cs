using System.Collections.Concurrent;

namespace Ganglion.Emulator.Sessions;

/// <summary>A machine that runs on a thread of its own, by one of three clocks, while others talk to it.</summary>
/// <remarks>
/// All members may be used from any thread. Whatever touches the machine goes through <see cref="InvokeAsync{T}"/>, which waits for the
/// end of a timestep; connect devices and ports before <see cref="Start"/>, or so.
/// </remarks>
public sealed class Session : IDisposable
{
    /// <summary>Stands for no last timestep: far beyond any run, and far enough from overflow.</summary>
    public const long Endless = long.MaxValue / 2;

    private readonly Machine _machine;
    private readonly SessionClock _clock;
    private readonly ConcurrentQueue<Action> _commands = new();
    private readonly ManualResetEventSlim _work = new();
    private readonly Grants _grants = new();
    private readonly List<(long Timesteps, Action<Machine> Action)> _recurring = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Pace _pace;
    private readonly Lock _gate = new();
    private CancellationTokenSource _interrupt = new();
    private Thread? _thread;
    private bool _isPacing;
    private volatile SessionState _state;
    private volatile bool _isPaused;
    private volatile bool _stops;

    /// <summary>Makes a session that has not begun.</summary>
    /// <param name="machine">The machine; it belongs to the session until that has ended, and its owner disposes of it.</param>
    /// <param name="clock">What makes time pass.</param>
    /// <param name="time">The wall clock.</param>
    public Session(Machine machine, SessionClock clock, TimeProvider time)
    {
        (_machine, _clock) = (machine, clock);
        double speed = clock.Kind == ClockKind.Paced ? machine.ChipFaults?.SkewClock() ?? 1 : 1;
        _pace = new Pace(time, clock.Timestep * (clock.Scale / speed));
    }

    /// <summary>What makes time pass.</summary>
    public SessionClock Clock => _clock;

    /// <summary>Timestep after which the session ends by itself.</summary>
    public long LastTimestep { get; init; } = Endless;

    /// <summary>What the session does.</summary>
    public SessionState State => _state;

    /// <summary>Last timestep that has ended, as far as is known outside: grants and commands see it exactly.</summary>
    public long Timestep => _grants.Reached;

    /// <summary>How time was kept; zeros unless the clock is <see cref="ClockKind.Paced"/>.</summary>
    public DeadlineReport Deadlines => _pace.Report;

    /// <summary>Ends with the session: faulted if the machine failed.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Does something at every multiple of a number of timesteps, and ends the session if that fails; before <see cref="Start"/>.</summary>
    /// <param name="timesteps">Timesteps from one time to the next, at least 1.</param>
    /// <param name="action">What to do, on the session's thread.</param>
    public void Every(long timesteps, Action<Machine> action)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timesteps, 1);
        _recurring.Add((timesteps, action));
    }

    /// <summary>Begins to run.</summary>
    /// <exception cref="InvalidOperationException">It has begun before.</exception>
    public void Start()
    {
        lock (_gate)
        {
            if (_thread is not null)
            {
                throw new InvalidOperationException("The session has begun before.");
            }

            _state = _isPaused ? SessionState.Paused : SessionState.Running;
            _grants.Begin(_machine.Timestep);
            _thread = new Thread(Loop) { Name = "session", IsBackground = true };
            _thread.Start();
        }
    }

    /// <summary>Grants timesteps and waits until they have passed.</summary>
    /// <param name="timesteps">How many, at least 1.</param>
    /// <param name="cancellation">Ends the waiting; the grant stands.</param>
    /// <returns>Last timestep that has passed.</returns>
    /// <exception cref="InvalidOperationException">The clock needs no grants, or the session has ended.</exception>
    public long Grant(long timesteps, CancellationToken cancellation = default)
    {
        long target = Add(timesteps);
        return _grants.Wait(target, cancellation);
    }

    /// <summary>Grants timesteps.</summary>
    /// <param name="timesteps">How many, at least 1.</param>
    /// <returns>The last timestep that was granted, when it has passed.</returns>
    /// <exception cref="InvalidOperationException">The clock needs no grants, or the session has ended.</exception>
    public Task<long> GrantAsync(long timesteps) => _grants.WhenReached(Add(timesteps));

    /// <summary>Grants all timesteps up to one; nothing if it has been granted before.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <exception cref="InvalidOperationException">The clock needs no grants, or the session has ended.</exception>
    public void GrantUntil(long timestep)
    {
        CheckGrants();
        _grants.Raise(timestep);
        _work.Set();
    }

    /// <summary>Does something with the machine between two timesteps.</summary>
    /// <typeparam name="T">What comes out.</typeparam>
    /// <param name="command">What to do, on the session's thread.</param>
    /// <returns>What came out, or its exception; an <see cref="InvalidOperationException"/> if the session has ended.</returns>
    public Task<T> InvokeAsync<T>(Func<Machine, T> command)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _commands.Enqueue(() =>
        {
            if (_state is SessionState.Stopped or SessionState.Failed)
            {
                result.TrySetException(Ended());
                return;
            }

            try
            {
                result.TrySetResult(command(_machine));
            }
#pragma warning disable CA1031 // Whatever a command does wrong belongs to its caller, not to the session.
            catch (Exception cause)
#pragma warning restore CA1031
            {
                result.TrySetException(cause);
            }
        });
        Interrupt();
        if (_state is SessionState.Stopped or SessionState.Failed)
        {
            // The thread may have looked for the last time before the command was there.
            RunCommands();
        }

        return result.Task;
    }

    /// <summary>Lets no timestep begin until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        _isPaused = true;
        Interrupt();
    }

    /// <summary>Lets timesteps pass again; a paced clock counts from here.</summary>
    public void Resume()
    {
        _isPaused = false;
        Interrupt();
    }

    /// <summary>Ends the session after the timestep that is running.</summary>
    /// <returns>Completes when it has ended, whether it failed or not.</returns>
    public async Task StopAsync()
    {
        _stops = true;
        Interrupt();
        if (_thread is not null)
        {
            await Completion.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the session and waits for its thread.</summary>
    public void Dispose()
    {
        _stops = true;
        Interrupt();
        _thread?.Join();
        _work.Dispose();
        _interrupt.Dispose();
    }

    private static InvalidOperationException Ended() => new("The session has ended.");

    private long Add(long timesteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timesteps, 1);
        CheckGrants();
        long target = _grants.Add(timesteps);
        _work.Set();
        return target;
    }

    private void CheckGrants()
    {
        if (_clock.Kind != ClockKind.Lockstep)
        {
            throw new InvalidOperationException($"The clock is {_clock}; only lockstep takes grants.");
        }

        if (_state is SessionState.Stopped or SessionState.Failed)
        {
            throw Ended();
        }
    }

    private void Interrupt()
    {
        _work.Set();
        if (_clock.Kind == ClockKind.Paced)
        {
            return;
        }

        lock (_gate)
        {
            _interrupt.Cancel();
        }
    }

    private void Loop()
    {
        try
        {
            while (!_stops && _machine.Timestep < LastTimestep)
            {
                _work.Reset();
                RunCommands();
                Advance();
            }

            End(SessionState.Stopped, null);
        }
#pragma warning disable CA1031 // A session ends by whatever went wrong, and tells those who wait for it.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            End(SessionState.Failed, cause);
        }
    }

    private void Advance()
    {
        _state = _isPaused ? SessionState.Paused : SessionState.Running;
        if (_isPaused)
        {
            _isPacing = false;
            Sleep();
            return;
        }

        switch (_clock.Kind)
        {
            case ClockKind.Lockstep when _grants.Limit > _machine.Timestep:
                Run(Math.Min(_grants.Limit, LastTimestep) - _machine.Timestep, NextInterrupt());
                break;
            case ClockKind.Paced:
                if (!_isPacing)
                {
                    _isPacing = true;
                    _pace.Begin(_machine.Timestep + 1);
                }

                if (_pace.WaitFor(_machine.Timestep + 1, _work))
                {
                    Run(1, CancellationToken.None);
                    _pace.End(_machine.Timestep);
                }

                break;
            case ClockKind.Free:
                Run(LastTimestep - _machine.Timestep, NextInterrupt());
                break;
            default:
                Sleep();
                break;
        }
    }

    private void Run(long timesteps, CancellationToken interrupt)
    {
        foreach ((long every, _) in _recurring)
        {
            timesteps = Math.Min(timesteps, every - (_machine.Timestep % every));
        }

        long before = _machine.Timestep;
        _machine.Run(timesteps, interrupt);
        foreach ((long every, Action<Machine> action) in _recurring)
        {
            if (_machine.Timestep > before && _machine.Timestep % every == 0)
            {
                action(_machine);
            }
        }

        _grants.Reach(_machine.Timestep);
    }

    /// <summary>A fresh token, cancelled if work has come in meanwhile.</summary>
    private CancellationToken NextInterrupt()
    {
        lock (_gate)
        {
            if (!_interrupt.TryReset())
            {
                _interrupt.Dispose();
                _interrupt = new CancellationTokenSource();
            }

            if (_work.IsSet)
            {
                _interrupt.Cancel();
            }

            return _interrupt.Token;
        }
    }

    private void Sleep()
    {
        if (!_stops && _commands.IsEmpty)
        {
            _work.Wait();
        }
    }

    private void RunCommands()
    {
        while (_commands.TryDequeue(out Action? command))
        {
            command();
        }
    }

    private void End(SessionState state, Exception? cause)
    {
        _state = state;
        _grants.End(cause ?? Ended());
        RunCommands();
        if (cause is null)
        {
            _completion.TrySetResult();
        }
        else
        {
            _completion.TrySetException(cause);
        }
    }
}
