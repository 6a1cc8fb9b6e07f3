using System.Buffers.Binary;
using Ganglion.Emulator.Devices;
using Ganglion.Protocols;
using Ganglion.Protocols.Eieio;
using Ganglion.Server.Keys;

namespace Ganglion.Server.Ports;

/// <summary>Writes the spikes of a timestep as EIEIO packets: keys of 32 bits with the timestep before them.</summary>
/// <param name="keys">Keys of the neurons.</param>
internal sealed class EieioOutput(KeyMap keys)
{
    /// <summary>Bytes of a packet without keys: header and timestep.</summary>
    private const int ClosingBytes = EieioHeader.Bytes + sizeof(uint);

    private readonly LiveEvent[] _events = new LiveEvent[1024];

    /// <summary>Writes spikes.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="spikes">Its spikes.</param>
    /// <param name="packets">Takes the packets.</param>
    public void Write(long timestep, ReadOnlySpan<DeviceSpike> spikes, PacketList packets)
    {
        while (!spikes.IsEmpty)
        {
            int count = Math.Min(spikes.Length, _events.Length);
            for (int i = 0; i < count; i++)
            {
                _events[i] = LiveEvent.At(keys.KeyOf(spikes[i].Neuron), (uint)timestep);
            }

            Write(_events.AsSpan(0, count), packets);
            spikes = spikes[count..];
        }
    }

    /// <summary>Writes the packet without keys that closes a timestep.</summary>
    /// <param name="timestep">The timestep; its lower 32 bits are sent.</param>
    /// <param name="packets">Takes the packet.</param>
    public static void Close(long timestep, PacketList packets)
    {
        var header = new EieioHeader(EieioType.Key32, 0, keyPrefix: false, payloadPrefix: true, timestamps: true);
        Span<byte> packet = packets.Room(ClosingBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(packet, header.Bits);
        BinaryPrimitives.WriteUInt32LittleEndian(packet[EieioHeader.Bytes..], (uint)timestep);
        packets.Add(ClosingBytes);
    }

    /// <summary>Reads the timestep of a packet without keys that closes one.</summary>
    /// <param name="packet">A packet.</param>
    /// <param name="timestep">The timestep.</param>
    /// <returns>Whether it is such a packet.</returns>
    public static bool TryReadClose(ReadOnlySpan<byte> packet, out long timestep)
    {
        timestep = 0;
        if (!EieioHeader.TryRead(packet, out EieioHeader header, out _)
            || header is not { IsCommand: false, Count: 0, HasPayloadPrefix: true, HasTimestamps: true } || packet.Length < header.ElementsStart)
        {
            return false;
        }

        ReadOnlySpan<byte> prefix = packet.Slice(header.ElementsStart - header.FieldBytes, header.FieldBytes);
        timestep = header.IsWide ? BinaryPrimitives.ReadUInt32LittleEndian(prefix) : BinaryPrimitives.ReadUInt16LittleEndian(prefix);
        return true;
    }

    private static void Write(ReadOnlySpan<LiveEvent> events, PacketList packets)
    {
        var writer = new EieioWriter(EieioFormat.LiveOutput);
        while (!events.IsEmpty && writer.TryWrite(events, packets.Room(writer.LongestDatagram), out int taken, out int length, out _))
        {
            packets.Add(length);
            events = events[taken..];
        }
    }
}
