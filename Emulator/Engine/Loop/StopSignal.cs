namespace Ganglion.Emulator.Loop;

/// <summary>Lets all workers stop after the same timestep, or abort at once.</summary>
/// <remarks>
/// No worker is more than one timestep ahead of another, since each waits for the others to close. The worker that notices a request
/// in timestep t therefore sets the end to t + 1, which every other sees before it could begin t + 2.
/// </remarks>
internal sealed class StopSignal
{
    private long _last = long.MaxValue;
    private volatile bool _aborted;

    /// <summary>Request to stop at a timestep boundary.</summary>
    public CancellationToken Request { get; set; }

    /// <summary>Whether a worker failed and the others must not wait for it.</summary>
    public bool IsAborted => _aborted;

    /// <summary>Whether a timestep must not begin.</summary>
    /// <param name="timestep">The timestep.</param>
    public bool IsDue(long timestep)
    {
        if (Request.IsCancellationRequested)
        {
            Interlocked.CompareExchange(ref _last, timestep + 1, long.MaxValue);
        }

        return _aborted || timestep > Volatile.Read(ref _last);
    }

    /// <summary>Makes every worker stop as soon as it can.</summary>
    public void Abort() => _aborted = true;

    /// <summary>Forgets an earlier request.</summary>
    public void Clear() => _last = long.MaxValue;
}
