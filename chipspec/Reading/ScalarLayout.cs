namespace Ganglion.ChipSpec.Reading;

/// <summary>How the characters of a scalar's value stand in its file.</summary>
internal enum ScalarLayout
{
    /// <summary>Not one by one: with escapes or folded lines.</summary>
    Altered,

    /// <summary>In one line, from where the scalar begins.</summary>
    Plain,

    /// <summary>In one line, behind a quote.</summary>
    Quoted,

    /// <summary>Line by line, indented, below the sign <c>|</c>.</summary>
    Block,
}
