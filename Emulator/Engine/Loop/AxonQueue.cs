using Ganglion.Cores;

namespace Ganglion.Emulator.Loop;

/// <summary>Axons of one core that fired in the current timestep.</summary>
internal sealed class AxonQueue
{
    private AxonEvent[] _events = new AxonEvent[256];
    private int _count;

    /// <summary>The events, in the order of arrival.</summary>
    public ReadOnlySpan<AxonEvent> Events => _events.AsSpan(0, _count);

    /// <summary>Appends an event.</summary>
    /// <param name="axonEvent">Axon that fired.</param>
    public void Add(in AxonEvent axonEvent)
    {
        if (_count == _events.Length)
        {
            Array.Resize(ref _events, 2 * _events.Length);
        }

        _events[_count++] = axonEvent;
    }

    /// <summary>Forgets the events after delivery.</summary>
    public void Clear() => _count = 0;
}
