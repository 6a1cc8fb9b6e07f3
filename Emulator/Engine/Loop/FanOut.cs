using Ganglion.ChipSpec.Image;

namespace Ganglion.Emulator.Loop;

/// <summary>The axons out of a core's compartments or of a source, and how many messages went where.</summary>
internal sealed class FanOut
{
    private readonly int[] _first;
    private readonly FanOutEntry[] _entries;

    /// <summary>Resolves an axon table for the worker that owns the sender.</summary>
    /// <param name="table">The sender's axons out.</param>
    /// <param name="senderCore">Core that sends, as index into the image's cores; −1 for a source.</param>
    /// <param name="queueOf">Queue of every core of the image, as <see cref="FanOutEntry.Queue"/> says.</param>
    public FanOut(AxonTable table, int senderCore, int[] queueOf)
    {
        SenderCore = senderCore;
        _first = table.First;
        Destinations = [.. table.Core.Distinct().Order()];
        Messages = new long[Destinations.Length];
        Dictionary<int, int> slots = Destinations.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _entries = new FanOutEntry[table.Core.Length];
        for (int i = 0; i < _entries.Length; i++)
        {
            int core = table.Core[i];
            _entries[i] = new FanOutEntry(queueOf[core], core, table.Axon[i], slots[core], table.Delay.Length == 0 ? 0 : table.Delay[i]);
        }
    }

    /// <summary>How many messages a spike is, and its hops, where one message reaches all destinations; <see langword="null"/> for unicast.</summary>
    public MulticastHops? Multicast { get; init; }

    /// <summary>Core that sends, as index into the image's cores; −1 for a source.</summary>
    public int SenderCore { get; }

    /// <summary>Destination cores, ascending, as indices into the image's cores.</summary>
    public int[] Destinations { get; }

    /// <summary>Messages sent to each of <see cref="Destinations"/>.</summary>
    public long[] Messages { get; }

    /// <summary>The axons out of one compartment or source neuron.</summary>
    public ReadOnlySpan<FanOutEntry> this[int neuron] => _entries.AsSpan(_first[neuron], _first[neuron + 1] - _first[neuron]);
}
