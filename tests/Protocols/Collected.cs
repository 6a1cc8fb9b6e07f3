namespace Ganglion.Protocols.Tests;

/// <summary>What a reader made of a datagram.</summary>
internal sealed record Collected(bool Good, PacketFault Fault, LiveEvent[] Events)
{
    /// <summary>Reads with room for any packet, from an array of exactly the datagram's length.</summary>
    public static Collected Read<TReader>(ref TReader reader, ReadOnlySpan<byte> datagram)
        where TReader : struct, ILiveEventReader
    {
        byte[] exact = datagram.ToArray();
        var sink = new LiveEventSpan(new LiveEvent[512]);
        bool good = reader.TryRead(exact, ref sink, out PacketFault fault);
        Assert.Equal(0, sink.Missed);
        Assert.Equal(good, fault == PacketFault.None);
        if (!good)
        {
            Assert.Equal(0, sink.Count);
        }

        return new Collected(good, fault, sink.Events.ToArray());
    }

    public static Collected Read<TReader>(TReader reader, ReadOnlySpan<byte> datagram)
        where TReader : struct, ILiveEventReader => Read(ref reader, datagram);

    /// <summary>All datagrams of some events.</summary>
    public static List<byte[]> Write<TWriter>(TWriter writer, ReadOnlySpan<LiveEvent> events)
        where TWriter : struct, ILiveEventWriter
    {
        List<byte[]> datagrams = [];
        byte[] buffer = new byte[writer.LongestDatagram];
        while (!events.IsEmpty)
        {
            Assert.True(writer.TryWrite(events, buffer, out int taken, out int length, out PacketFault fault), fault.ToString());
            Assert.InRange(taken, 1, events.Length);
            Assert.InRange(length, 1, buffer.Length);
            datagrams.Add(buffer[..length]);
            events = events[taken..];
        }

        return datagrams;
    }
}
