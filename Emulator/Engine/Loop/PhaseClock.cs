namespace Ganglion.Emulator.Loop;

/// <summary>Wall time of each phase of a worker's timesteps, for benchmarks.</summary>
/// <param name="time">The clock.</param>
internal sealed class PhaseClock(TimeProvider time)
{
    private readonly long[] _ticks = new long[Enum.GetValues<Phase>().Length];
    private long _last;

    /// <summary>Begins a timestep.</summary>
    public void Begin() => _last = time.GetTimestamp();

    /// <summary>Ends a phase.</summary>
    /// <param name="phase">The phase.</param>
    public void End(Phase phase)
    {
        long now = time.GetTimestamp();
        _ticks[(int)phase] += now - _last;
        _last = now;
    }

    /// <summary>Time of a phase so far.</summary>
    /// <param name="phase">The phase.</param>
    public TimeSpan Elapsed(Phase phase) => TimeSpan.FromSeconds((double)_ticks[(int)phase] / time.TimestampFrequency);
}
