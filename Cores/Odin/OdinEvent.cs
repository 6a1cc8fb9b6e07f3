namespace Ganglion.Cores.Odin;

/// <summary>A 17-bit word of the chip's input bus.</summary>
/// <param name="Word">Bit 16 marks a single synapse; otherwise the lower bits select the kind.</param>
/// <remarks>
/// <code>
/// bit 16 set            single synapse: source bits 8–15, target bits 0–7
/// bits 0–6 all set      time reference: neuron bits 8–15 if bit 7 is set, otherwise all neurons
/// bits 0–6 all clear    bistability: synapses of source bits 8–15 if bit 7 is set, otherwise all
/// anything else         bits 3–7 and bits 8–15 go to the queue: a virtual synapse, or a spike if bits 3–7 are 0
/// </code>
/// Source: ODIN at 1781931, src/controller.v.
/// </remarks>
internal readonly record struct OdinEvent(int Word)
{
    /// <summary>Bits of a word.</summary>
    public const int Bits = 17;

    private const int LowBits = 0x7f;

    public bool IsSingleSynapse => (Word & 0x10000) != 0;

    public bool IsTimeReference => !IsSingleSynapse && (Word & LowBits) == LowBits;

    public bool IsBistability => !IsSingleSynapse && (Word & LowBits) == 0;

    /// <summary>Whether a time reference or bistability event is for one neuron rather than all.</summary>
    public bool IsForOne => (Word & 0x80) != 0;

    /// <summary>Bits 8 to 15: source, or neuron.</summary>
    public int High => (Word >> 8) & 0xff;

    /// <summary>Bits 0 to 7: target of a single synapse.</summary>
    public int Low => Word & 0xff;

    /// <summary>What is put into the queue.</summary>
    public int QueueEntry => (((Word >> 3) & 0x1f) << 8) | High;
}
