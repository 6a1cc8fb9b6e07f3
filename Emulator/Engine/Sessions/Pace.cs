namespace Ganglion.Emulator.Sessions;

/// <summary>Binds timesteps to the wall clock, and counts those that come too late.</summary>
/// <remarks>A late timestep runs at once, and so do those after it until the clock is caught up with.</remarks>
internal sealed class Pace
{
    /// <summary>A wait that is longer than this sleeps; a sleep lasts a millisecond at least.</summary>
    private static readonly TimeSpan Sleepable = TimeSpan.FromMilliseconds(2);

    private readonly TimeProvider _time;
    private readonly double _ticksPerTimestep;
    private long _start;
    private long _firstTimestep;
    private long _timesteps;
    private long _missed;
    private long _worstTicks;

    /// <summary>Makes a pace that has not begun.</summary>
    /// <param name="time">The wall clock.</param>
    /// <param name="timestep">Wall time of a timestep.</param>
    public Pace(TimeProvider time, TimeSpan timestep) => (_time, _ticksPerTimestep) = (time, timestep.TotalSeconds * time.TimestampFrequency);

    /// <summary>How time was kept so far.</summary>
    public DeadlineReport Report => new(
        Interlocked.Read(ref _timesteps), Interlocked.Read(ref _missed), TimeSpan.FromSeconds((double)Interlocked.Read(ref _worstTicks) / _time.TimestampFrequency));

    /// <summary>Counts time from now on; the report goes on.</summary>
    /// <param name="next">Timestep that is due at once.</param>
    public void Begin(long next) => (_start, _firstTimestep) = (_time.GetTimestamp(), next);

    /// <summary>Waits until a timestep is due.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="work">Is set when there is something else to do.</param>
    /// <returns>Whether it is due; not when there is something else to do first.</returns>
    public bool WaitFor(long timestep, ManualResetEventSlim work)
    {
        long due = Due(timestep);
        while (!work.IsSet)
        {
            long left = due - _time.GetTimestamp();
            if (left <= 0)
            {
                return true;
            }

            TimeSpan wait = TimeSpan.FromSeconds((double)left / _time.TimestampFrequency);
            if (wait > Sleepable)
            {
                work.Wait(wait - Sleepable);
            }
            else
            {
                Thread.Yield();
            }
        }

        return false;
    }

    /// <summary>Notes the end of a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    public void End(long timestep)
    {
        long late = _time.GetTimestamp() - Due(timestep + 1);
        Interlocked.Increment(ref _timesteps);
        if (late > 0)
        {
            Interlocked.Increment(ref _missed);
            Interlocked.Exchange(ref _worstTicks, Math.Max(_worstTicks, late));
        }
    }

    private long Due(long timestep) => _start + (long)((timestep - _firstTimestep) * _ticksPerTimestep);
}
