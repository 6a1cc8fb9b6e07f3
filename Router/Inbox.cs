using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ganglion.Router;

/// <summary>What an endpoint receives: a bounded channel with many writers and one reader.</summary>
/// <remarks>
/// A sender that finds the channel full waits, so nothing is ever lost. The reader spins briefly and then parks. Parking allocates
/// nothing: the channel reuses its one waiter, and the continuation is made once.
/// </remarks>
public sealed class Inbox : IDisposable
{
    /// <summary>Batches that wait before senders are held back.</summary>
    private const int Capacity = 64;

    private readonly Channel<SpikeBatch> _channel = Channel.CreateBounded<SpikeBatch>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait, AllowSynchronousContinuations = true });

    private readonly ManualResetEventSlim _arrived = new();
    private readonly Action _signal;

    /// <summary>Makes an empty inbox.</summary>
    public Inbox() => _signal = _arrived.Set;

    /// <summary>Adds a batch unless the channel is full.</summary>
    /// <param name="batch">The batch; it belongs to the reader afterwards.</param>
    public bool TrySend(SpikeBatch batch) => _channel.Writer.TryWrite(batch);

    /// <summary>Takes the next batch, if there is one.</summary>
    /// <param name="batch">The batch.</param>
    public bool TryReceive([MaybeNullWhen(false)] out SpikeBatch batch) => _channel.Reader.TryRead(out batch);

    /// <summary>Takes the next batch, waiting for it if need be.</summary>
    /// <exception cref="ChannelClosedException">The machine is stopping.</exception>
    public SpikeBatch Receive()
    {
        SpinWait spin = default;
        while (true)
        {
            if (_channel.Reader.TryRead(out SpikeBatch? batch))
            {
                return batch;
            }

            if (!spin.NextSpinWillYield)
            {
                spin.SpinOnce(sleep1Threshold: -1);
                continue;
            }

            Park();
        }
    }

    /// <summary>Wakes the reader for good: every further receive fails once the channel is empty.</summary>
    public void Stop() => _channel.Writer.TryComplete();

    /// <inheritdoc/>
    public void Dispose() => _arrived.Dispose();

    private void Park()
    {
#pragma warning disable CA2012 // The wait below makes sure that the result is there; a task would allocate.
        ValueTaskAwaiter<bool> awaiter = _channel.Reader.WaitToReadAsync().GetAwaiter();
#pragma warning restore CA2012
        if (!awaiter.IsCompleted)
        {
            _arrived.Reset();
            awaiter.UnsafeOnCompleted(_signal);
            _arrived.Wait();
        }

        bool more = awaiter.GetResult();
        if (!more)
        {
            throw new ChannelClosedException();
        }
    }
}
