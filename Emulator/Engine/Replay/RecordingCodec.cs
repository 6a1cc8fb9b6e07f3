using System.Runtime.InteropServices;

namespace Ganglion.Emulator.Replay;

/// <summary>The contents of frames as bytes, little-endian.</summary>
internal static class RecordingCodec
{
    /// <summary>A header as bytes.</summary>
    public static byte[] Write(RunRecordingHeader header) => Bytes(writer =>
    {
        writer.Write(header.ImageHash);
        writer.Write(header.ImagePath);
        writer.Write(header.Seed);
        writer.Write(header.CheckpointTimesteps);
    });

    /// <summary>Input as bytes.</summary>
    public static byte[] Write(long timestep, int device, long sequence, int population, ReadOnlySpan<int> neurons)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(timestep);
        writer.Write(device);
        writer.Write(sequence);
        writer.Write(population);
        writer.Write(neurons.Length);
        writer.Write(MemoryMarshal.AsBytes(neurons));
        return stream.ToArray();
    }

    /// <summary>A checkpoint as bytes.</summary>
    public static byte[] Write(RecordedCheckpoint checkpoint) => Bytes(writer =>
    {
        writer.Write(checkpoint.Timestep);
        writer.Write(checkpoint.IsLast);
        writer.Write(checkpoint.Spikes.Length);
        writer.Write(MemoryMarshal.AsBytes(checkpoint.Spikes.AsSpan()));
        writer.Write(checkpoint.Cores.Length);
        writer.Write(MemoryMarshal.AsBytes(checkpoint.Cores.AsSpan()));
    });

    /// <summary>Reads a header; <see langword="null"/> if the bytes are none.</summary>
    public static RunRecordingHeader? ReadHeader(byte[] content) => Read(
        content, reader => new RunRecordingHeader(reader.ReadString(), reader.ReadString(), reader.ReadUInt64(), reader.ReadInt64()), header => header.CheckpointTimesteps > 0);

    /// <summary>Reads input; <see langword="null"/> if the bytes are none.</summary>
    public static RecordedInput? ReadInput(byte[] content) => Read(
        content,
        reader => new RecordedInput(
            reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32(), Many(reader, sizeof(int), reader.ReadInt32)),
        input => input is { Timestep: >= 0, Device: >= 0 });

    /// <summary>Reads a checkpoint; <see langword="null"/> if the bytes are none.</summary>
    public static RecordedCheckpoint? ReadCheckpoint(byte[] content) => Read(
        content,
        reader =>
        {
            (long timestep, bool isLast) = (reader.ReadInt64(), reader.ReadBoolean());
            return new RecordedCheckpoint(
                timestep, Many(reader, sizeof(uint), reader.ReadUInt32), Many(reader, sizeof(ulong), reader.ReadUInt64), isLast);
        },
        checkpoint => checkpoint.Timestep >= 0);

    private static T? Read<T>(byte[] content, Func<BinaryReader, T> read, Predicate<T> isValid)
        where T : class
    {
        try
        {
            using var stream = new MemoryStream(content);
            using var reader = new BinaryReader(stream);
            T value = read(reader);
            return stream.Position == stream.Length && isValid(value) ? value : null;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static T[] Many<T>(BinaryReader reader, int bytesEach, Func<T> read)
    {
        int count = reader.ReadInt32();
        if (count < 0 || (reader.BaseStream.Length - reader.BaseStream.Position) / bytesEach < count)
        {
            throw new FormatException("More entries than bytes.");
        }

        T[] values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = read();
        }

        return values;
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
