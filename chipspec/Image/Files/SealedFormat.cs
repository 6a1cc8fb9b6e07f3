using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>A kind of file with a header and a checksum, and how its readers complain.</summary>
internal sealed record SealedFormat
{
    /// <summary>Third letter of the mark at the start of the file.</summary>
    public required byte Letter { get; init; }

    /// <summary>Version that is written and read.</summary>
    public required uint Version { get; init; }

    /// <summary>What such a file is, as messages say it.</summary>
    public required string Name { get; init; }

    /// <summary>How to get such a file.</summary>
    public required string Origin { get; init; }

    /// <summary>What to do when it is of no use.</summary>
    public required string Remedy { get; init; }

    /// <summary>The file cannot be opened or read.</summary>
    public required DiagnosticDescriptor Unreadable { get; init; }

    /// <summary>It is of another kind.</summary>
    public required DiagnosticDescriptor Foreign { get; init; }

    /// <summary>Its version is older.</summary>
    public required DiagnosticDescriptor Older { get; init; }

    /// <summary>Its version is newer.</summary>
    public required DiagnosticDescriptor Newer { get; init; }

    /// <summary>Its end is missing.</summary>
    public required DiagnosticDescriptor Truncated { get; init; }

    /// <summary>Its content was changed.</summary>
    public required DiagnosticDescriptor Corrupted { get; init; }

    /// <summary>The file cannot be written.</summary>
    public required DiagnosticDescriptor Unwritable { get; init; }
}
