using Ganglion.ChipSpec.Image;

namespace Ganglion.Router;

/// <summary>Address events of one timestep from one endpoint to another.</summary>
/// <remarks>The last batch of a timestep closes it: the sender promises that nothing more will come for it.</remarks>
public sealed class SpikeBatch
{
    /// <summary>Events that one batch holds.</summary>
    public const int Capacity = 4096;

    private readonly AddressEvent[] _events = new AddressEvent[Capacity];
    private int _count;

    /// <summary>Timestep in which the spikes were emitted.</summary>
    public long Timestep { get; private set; }

    /// <summary>Endpoint that sent the batch.</summary>
    public int Sender { get; private set; }

    /// <summary>Whether this is the sender's last batch of the timestep.</summary>
    public bool Closes { get; set; }

    /// <summary>Whether no further event fits.</summary>
    public bool IsFull => _count == Capacity;

    /// <summary>The events, in the order in which they were added.</summary>
    public ReadOnlySpan<AddressEvent> Events => _events.AsSpan(0, _count);

    /// <summary>Empties the batch for a new timestep.</summary>
    /// <param name="sender">Endpoint that sends.</param>
    /// <param name="timestep">Timestep of the events to come.</param>
    public void Begin(int sender, long timestep)
    {
        Sender = sender;
        Timestep = timestep;
        Closes = false;
        _count = 0;
    }

    /// <summary>Adds an event; the batch must not be full.</summary>
    /// <param name="addressEvent">The event.</param>
    public void Add(in AddressEvent addressEvent) => _events[_count++] = addressEvent;
}
