namespace Ganglion.Protocols;

/// <summary>The keys of one population: those whose bits under a mask are as given.</summary>
/// <param name="Key">The bits.</param>
/// <param name="Mask">Which bits count.</param>
public readonly record struct KeySpace(uint Key, uint Mask)
{
    /// <summary>Whether a key belongs to it. What does not is counted as an incorrect key, as the chip does it.</summary>
    /// <param name="key">The key.</param>
    public bool Contains(uint key) => (key & Mask) == Key;
}
