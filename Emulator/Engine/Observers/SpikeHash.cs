using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Ganglion.Emulator.Observers;

/// <summary>Hash of all spikes: timestep, logical id and payload of each, in order.</summary>
/// <remarks>The same for any number of workers and any placement. XxHash128, hexadecimal.</remarks>
public sealed class SpikeHash : ITimestepObserver
{
    private readonly XxHash128 _hash = new();

    /// <summary>Spikes seen so far.</summary>
    public long Count { get; private set; }

    /// <summary>The hash of the spikes seen so far.</summary>
    public string Value => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        if (record.Spikes.IsEmpty)
        {
            return;
        }

        Span<long> header = [record.Timestep, record.Spikes.Length];
        _hash.Append(MemoryMarshal.AsBytes(header));
        _hash.Append(MemoryMarshal.AsBytes(record.Spikes));
        _hash.Append(MemoryMarshal.AsBytes(record.Payloads));
        Count += record.Spikes.Length;
    }
}
