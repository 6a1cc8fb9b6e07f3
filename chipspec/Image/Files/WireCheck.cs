namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks that every length in a protobuf stream lies within the stream, so that a decoder may allocate by them.</summary>
internal static class WireCheck
{
    private const int MaxDepth = 16;

    /// <summary>Whether tags, lengths and groups are sound over the next <paramref name="bytes"/> bytes.</summary>
    public static bool IsWellFormed(Stream stream, long bytes)
    {
        long end = stream.Position + bytes;
        Stack<ulong> groups = new();
        while (stream.Position < end)
        {
            if (!TryReadVarint(stream, out ulong tag) || tag >> 3 is 0 or > 0x1fffffff)
            {
                return false;
            }

            switch (tag & 7)
            {
                case 0 when TryReadVarint(stream, out _):
                    break;
                case 1:
                    stream.Position += sizeof(ulong);
                    break;
                case 2 when TryReadVarint(stream, out ulong length) && length <= (ulong)Math.Max(0, end - stream.Position):
                    stream.Position += (long)length;
                    break;
                case 3 when groups.Count < MaxDepth:
                    groups.Push(tag >> 3);
                    break;
                case 4 when groups.TryPop(out ulong field) && field == tag >> 3:
                    break;
                case 5:
                    stream.Position += sizeof(uint);
                    break;
                default:
                    return false;
            }
        }

        return stream.Position == end && groups.Count == 0;
    }

    private static bool TryReadVarint(Stream stream, out ulong value)
    {
        value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            int next = stream.ReadByte();
            if (next < 0)
            {
                return false;
            }

            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
