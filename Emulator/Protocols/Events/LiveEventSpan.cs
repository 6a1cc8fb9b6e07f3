using System.Runtime.CompilerServices;

namespace Ganglion.Protocols;

/// <summary>A sink that fills memory of its owner and counts what did not fit.</summary>
/// <param name="memory">Where the events go.</param>
public ref struct LiveEventSpan(Span<LiveEvent> memory) : ILiveEventSink
{
    private readonly Span<LiveEvent> _memory = memory;

    /// <summary>Events taken, at most the length of the memory.</summary>
    public int Count { get; private set; }

    /// <summary>Events for which there was no room.</summary>
    public int Missed { get; private set; }

    /// <summary>The events taken, in the order of the packet.</summary>
    public readonly ReadOnlySpan<LiveEvent> Events => _memory[..Count];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(in LiveEvent liveEvent)
    {
        if ((uint)Count < (uint)_memory.Length)
        {
            _memory[Count++] = liveEvent;
        }
        else
        {
            Missed++;
        }
    }
}
