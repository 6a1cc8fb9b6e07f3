namespace Ganglion.ChipSpec.Diagnostics;

/// <summary>Where in an input something stands.</summary>
/// <param name="File">File name as the user gave it; <see langword="null"/> for networks built in code.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">Path of the element, e.g. <c>core.compartments</c> or <c>population 'hidden'</c>.</param>
public sealed record SourceLocation(string? File = null, int? Line = null, int? Column = null, string? Path = null)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string position = Line is { } line ? $"{File}:{line}:{Column ?? 1}" : File ?? "";
        return (position.Length, Path) switch
        {
            (0, null) => "input",
            (0, _) => Path,
            (_, null or "") => position,
            _ => $"{position}: {Path}",
        };
    }
}
