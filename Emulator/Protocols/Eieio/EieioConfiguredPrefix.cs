namespace Ganglion.Protocols.Eieio;

/// <summary>The key prefix of the population that a packet is for, used where the packet has none.</summary>
/// <param name="Bits">The bits to set in each key, already in their place.</param>
/// <param name="IsUpper">Whether keys of 16 bits stay in the lower half; otherwise they move to the upper.</param>
public readonly record struct EieioConfiguredPrefix(uint Bits, bool IsUpper)
{
    /// <summary>The prefix of a population whose keys share their upper half, which is the usual one.</summary>
    /// <param name="key">The first key of the population.</param>
    public static EieioConfiguredPrefix OfPopulation(uint key) => new(key & 0xFFFF_0000, true);
}
