using System.ComponentModel;
using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>The synapse rows of a core in the layout that the emulator reads.</summary>
/// <remarks>
/// Accumulators form a ring of <see cref="DelaySlots"/> slots of <see cref="SlotStride"/> compartments. The lower 16 bits of a word are
/// <c>slot · SlotStride + compartment</c>, with <c>slot = delay · Receptors + receptor</c> and delay 0 for an effect in the timestep after
/// the spike; the upper 16 bits are the weight as two's complement, exponent applied; on crossbars the type of the axon.
/// <see cref="SlotStride"/> is a power of two from 8 (a vector of compartments),
/// <see cref="DelaySlots"/> a power of two, and their product is at most 65,536.
/// </remarks>
[ProtoContract]
public sealed record SynapseMemory
{
    /// <summary>Compartments per delay slot, a power of two, at least 8 and not below the number of compartments.</summary>
    [ProtoMember(1)]
    public required int SlotStride { get; init; }

    /// <summary>Delay slots, a power of two above the largest delay, times <see cref="Receptors"/>.</summary>
    [ProtoMember(2)]
    public required int DelaySlots { get; init; }

    /// <summary>Slots of every delay, one for each receptor of the neuron model; a power of two, usually 1.</summary>
    [ProtoMember(6)]
    [DefaultValue(1)]
    public int Receptors { get; init; } = 1;

    /// <summary>One row per axon in.</summary>
    public required SynapseRow[] Rows { get; init; } = [];

    /// <summary>Words of sparse and shared rows.</summary>
    public required uint[] Words { get; init; } = [];

    /// <summary>Weights of dense rows.</summary>
    public required short[] Dense { get; init; } = [];

    // The arrays travel as little-endian bytes: a varint per synapse would make files larger and reading many times slower.
    [ProtoMember(3)]
    private byte[] RowBytes
    {
        get => LittleEndian.FromRows(Rows);
        init => Rows = LittleEndian.ToRows(value);
    }

    [ProtoMember(4)]
    private byte[] WordBytes
    {
        get => LittleEndian.FromWords(Words);
        init => Words = LittleEndian.ToWords(value);
    }

    [ProtoMember(5)]
    private byte[] DenseBytes
    {
        get => LittleEndian.FromWeights(Dense);
        init => Dense = LittleEndian.ToWeights(value);
    }
}
