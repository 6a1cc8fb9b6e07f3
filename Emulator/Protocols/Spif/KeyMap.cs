namespace Ganglion.Protocols.Spif;

/// <summary>How a pipe of SPIF makes keys from event words: a base, into which up to four parts of the word are put.</summary>
/// <remarks>
/// key = base | Σ shift(word &amp; mask). An event with a part above its limit is dropped. The map of a pipe is written to the board's
/// registers by the host; a pipe without one sends the words as they are.
/// Source: the registers mapper key, field mask, field shift and field limit of SpiNNakerManchester/spif.
/// </remarks>
public readonly struct KeyMap
{
    /// <summary>The largest number of parts.</summary>
    public const int MostFields = 4;

    private readonly uint _base;

    private readonly FieldList _fields;

    private readonly int _count;

    /// <summary>A map from a base and parts.</summary>
    /// <param name="key">The base.</param>
    /// <param name="fields">The parts; those after the fourth do not exist on the board and are left out.</param>
    public KeyMap(uint key, params ReadOnlySpan<KeyField> fields)
    {
        _base = key;
        _count = Math.Min(fields.Length, MostFields);
        for (int i = 0; i < _count; i++)
        {
            _fields[i] = fields[i];
        }
    }

    /// <summary>The key of an event word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="key">Its key.</param>
    /// <returns>Whether the event is within all limits.</returns>
    public bool TryMap(uint word, out uint key)
    {
        key = _base;
        for (int i = 0; i < _count; i++)
        {
            uint part = _fields[i].Of(word);
            if (part > _fields[i].Limit)
            {
                return false;
            }

            key |= part;
        }

        return true;
    }

    [System.Runtime.CompilerServices.InlineArray(MostFields)]
    private struct FieldList
    {
        private KeyField _first;
    }
}
