using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Emulator.Recordings;

/// <summary>Reads whole files of bounded size.</summary>
internal static class RecordingFile
{
    private const int Limit = 128 << 20;

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InvalidInputException">It cannot be read, or is too large.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.CanSeek && stream.Length > Limit)
            {
                throw Finding(RecordingDiagnostics.Unreadable, path, $"{stream.Length:N0} bytes", $"{Limit:N0} bytes");
            }

            // Files that are not on a disk have no length, and may have no end.
            using var content = new MemoryStream();
            var block = new byte[1 << 16];
            int read;
            while ((read = stream.Read(block)) > 0)
            {
                if (content.Length + read > Limit)
                {
                    throw Finding(RecordingDiagnostics.Unreadable, path, $"more than {Limit:N0} bytes", $"{Limit:N0} bytes");
                }

                content.Write(block, 0, read);
            }

            return content.ToArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Finding(RecordingDiagnostics.Unreadable, path, failure.Message, "a readable file");
        }
    }

    /// <summary>The exception for a single finding.</summary>
    public static InvalidInputException Finding(
        DiagnosticDescriptor kind, string file, string found, string? allowed, int? line = null, string? path = null) =>
        new(Describe(kind, file, found, allowed, line, path));

    /// <summary>A finding.</summary>
    public static Diagnostic Describe(DiagnosticDescriptor kind, string file, string found, string? allowed, int? line = null, string? path = null) => new()
    {
        Descriptor = kind,
        Location = new SourceLocation(file, line, Path: path),
        Found = found,
        Allowed = allowed,
    };
}
