using Ganglion.ChipSpec.Image;

namespace Ganglion.Router;

/// <summary>What an endpoint sends to one other endpoint: batches from a pool, closed once per timestep.</summary>
public sealed class Outbox
{
    private readonly int _sender;
    private readonly Inbox _destination;
    private readonly BatchPool _pool;
    private readonly Action _whileFull;
    private SpikeBatch _batch;

    /// <summary>Makes the outbox of a pair of endpoints.</summary>
    /// <param name="sender">Endpoint that sends.</param>
    /// <param name="destination">Inbox of the endpoint that receives.</param>
    /// <param name="pool">Where used batches return to.</param>
    /// <param name="whileFull">
    /// Called while the destination's channel is full. It must take what waits in the sender's own inbox, so that two endpoints that
    /// are both full do not wait for each other; it throws when the machine is stopping.
    /// </param>
    public Outbox(int sender, Inbox destination, BatchPool pool, Action whileFull)
    {
        _sender = sender;
        _destination = destination;
        _pool = pool;
        _whileFull = whileFull;
        _batch = pool.Rent();
    }

    /// <summary>Begins a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    public void Begin(long timestep) => _batch.Begin(_sender, timestep);

    /// <summary>Adds an event to the current timestep.</summary>
    /// <param name="addressEvent">The event.</param>
    public void Add(in AddressEvent addressEvent)
    {
        if (_batch.IsFull)
        {
            long timestep = _batch.Timestep;
            Send();
            _batch.Begin(_sender, timestep);
        }

        _batch.Add(addressEvent);
    }

    /// <summary>Sends what is left of the timestep and promises that nothing more will come for it.</summary>
    public void Close()
    {
        _batch.Closes = true;
        Send();
    }

    private void Send()
    {
        while (!_destination.TrySend(_batch))
        {
            _whileFull();
        }

        _batch = _pool.Rent();
    }
}
