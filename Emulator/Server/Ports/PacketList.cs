namespace Ganglion.Server.Ports;

/// <summary>Packets that are sent together, in memory that is used again.</summary>
internal sealed class PacketList
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[4096];

    /// <summary>Number of packets.</summary>
    public int Count => _ends.Count;

    /// <summary>A packet.</summary>
    /// <param name="index">Which, from 0.</param>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(Begin(index), _ends[index] - Begin(index));

    /// <summary>Forgets all packets.</summary>
    public void Clear() => _ends.Clear();

    /// <summary>Room for the next packet.</summary>
    /// <param name="length">Bytes that it may need.</param>
    public Span<byte> Room(int length)
    {
        int begin = Begin(_ends.Count);
        if (_bytes.Length < begin + length)
        {
            Array.Resize(ref _bytes, Math.Max(begin + length, 2 * _bytes.Length));
        }

        return _bytes.AsSpan(begin, length);
    }

    /// <summary>Adds the packet that was written to the room.</summary>
    /// <param name="length">Its length in bytes.</param>
    public void Add(int length) => _ends.Add(Begin(_ends.Count) + length);

    private int Begin(int index) => index == 0 ? 0 : _ends[index - 1];
}
