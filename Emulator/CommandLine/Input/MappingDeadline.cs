namespace Ganglion.CommandLine.Input;

/// <summary>When the search for a better mapping ends: when the user stops the command, or after some seconds.</summary>
internal sealed class MappingDeadline : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _either;

    /// <summary>Begins to count.</summary>
    /// <param name="seconds">Seconds until the end; <see langword="null"/> for no such end.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    public MappingDeadline(double? seconds, TimeProvider time, CancellationToken cancellation)
    {
        _clock = new CancellationTokenSource(seconds is { } some ? TimeSpan.FromSeconds(some) : Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellation);
    }

    /// <summary>Cancelled at the end.</summary>
    public CancellationToken Token => _either.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _either.Dispose();
        _clock.Dispose();
    }
}
