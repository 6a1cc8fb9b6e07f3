using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.Cores.State;
using Ganglion.Emulator.Snapshots;

namespace Ganglion.Emulator.Observers;

/// <summary>Hash of all spikes: timestep, logical id and payload of each, in order.</summary>
/// <remarks>
/// The same for any number of workers and any placement, and for a run that went on from a snapshot. Each timestep with spikes is hashed
/// together with the hash of all before, which is all that has to be kept. XxHash128, hexadecimal; 0 before the first spike.
/// </remarks>
public sealed class SpikeHash : ITimestepObserver, IResumable
{
    private readonly XxHash128 _hash = new();
    private readonly byte[] _value = new byte[16];

    /// <inheritdoc/>
    public string Name => "hash of the spikes";

    /// <summary>Spikes seen so far.</summary>
    public long Count { get; private set; }

    /// <summary>The hash of the spikes seen so far.</summary>
    public string Value => Convert.ToHexStringLower(_value);

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        if (record.Spikes.IsEmpty)
        {
            return;
        }

        Span<long> header = [record.Timestep, record.Spikes.Length];
        _hash.Append(_value);
        _hash.Append(MemoryMarshal.AsBytes(header));
        _hash.Append(MemoryMarshal.AsBytes(record.Spikes));
        _hash.Append(MemoryMarshal.AsBytes(record.Payloads));
        _hash.GetHashAndReset(_value);
        Count += record.Spikes.Length;
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Visit("hash", _value.AsSpan());
        Count = visitor.Visit("spikes", Count, 0, long.MaxValue);
    }
}
