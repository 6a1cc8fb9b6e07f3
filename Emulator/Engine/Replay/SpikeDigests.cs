using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Replay;

/// <summary>Hashes the spikes of every timestep by themselves.</summary>
internal sealed class SpikeDigests : ITimestepObserver
{
    private readonly List<uint> _digests = [];

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        var hash = new XxHash3();
        Span<long> timestep = [record.Timestep];
        hash.Append(MemoryMarshal.AsBytes(timestep));
        hash.Append(MemoryMarshal.AsBytes(record.Spikes));
        hash.Append(MemoryMarshal.AsBytes(record.Payloads));
        _digests.Add((uint)hash.GetCurrentHashAsUInt64());
    }

    /// <summary>The hashes since the last call.</summary>
    public uint[] Take()
    {
        uint[] taken = [.. _digests];
        _digests.Clear();
        return taken;
    }
}
