using System.Collections.Concurrent;

namespace Ganglion.Router;

/// <summary>Batches that were read and can be filled again.</summary>
public sealed class BatchPool
{
    private readonly ConcurrentQueue<SpikeBatch> _free = new();

    /// <summary>Takes a batch, a new one if all are on their way.</summary>
    public SpikeBatch Rent() => _free.TryDequeue(out SpikeBatch? batch) ? batch : new SpikeBatch();

    /// <summary>Gives a batch back.</summary>
    /// <param name="batch">A batch that nobody reads any more.</param>
    public void Return(SpikeBatch batch) => _free.Enqueue(batch);
}
