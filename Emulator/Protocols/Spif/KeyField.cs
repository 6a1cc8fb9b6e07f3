namespace Ganglion.Protocols.Spif;

/// <summary>One part of an event word that goes into a key.</summary>
/// <param name="Mask">Which bits of the word are the part.</param>
/// <param name="Shift">Places by which it moves to the right, −31 to 31; a negative number moves it to the left.</param>
/// <param name="Limit">The largest value after the shift; an event above it is dropped.</param>
public readonly record struct KeyField(uint Mask, int Shift = 0, uint Limit = uint.MaxValue)
{
    /// <summary>The part of a word, in its place.</summary>
    /// <param name="word">The event word.</param>
    public uint Of(uint word)
    {
        uint part = word & Mask;
        return Shift switch
        {
            > 31 or < -31 => 0,
            >= 0 => part >> Shift,
            _ => part << -Shift,
        };
    }
}
