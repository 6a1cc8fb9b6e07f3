using System.Text;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads text files that people hand in, with bounded memory and messages instead of exceptions.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a UTF-8 text file.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <param name="maxBytes">Largest size that is taken, in bytes.</param>
    /// <returns>The text, without byte order mark.</returns>
    /// <exception cref="InvalidInputException">The file is missing, unreadable, too large or not UTF-8 text.</exception>
    public static string Read(string path, int maxBytes)
    {
        byte[] bytes = ReadBytes(path, maxBytes);
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            throw Refuse(
                YamlDiagnostics.NotText, path, $"a byte sequence that is not UTF-8, at byte {e.Index}", "UTF-8 text", "save the file as UTF-8");
        }
    }

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <param name="maxBytes">Largest size that is taken, in bytes.</param>
    /// <exception cref="InvalidInputException">The file is missing, unreadable or too large.</exception>
    public static byte[] ReadBytes(string path, int maxBytes)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using MemoryStream content = new();
            byte[] buffer = new byte[64 * 1024];
            int read;

            // The length that a file system reports is not trusted: devices and pipes have none.
            while ((read = file.Read(buffer)) > 0)
            {
                if (content.Length + read > maxBytes)
                {
                    throw Refuse(
                        YamlDiagnostics.TooLarge, path, $"more than {maxBytes} bytes", $"at most {maxBytes} bytes", "check that this is the right file");
                }

                content.Write(buffer, 0, read);
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refuse(YamlDiagnostics.Unreadable, path, "no such file", null, "check the path");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string found = Directory.Exists(path) ? "a folder, not a file" : e.Message;
            throw Refuse(YamlDiagnostics.Unreadable, path, found, null, "check the path and its permissions");
        }
    }

    private static InvalidInputException Refuse(DiagnosticDescriptor descriptor, string path, string found, string? allowed, string remedy) =>
        new(descriptor, new SourceLocation(path), found, allowed, remedy);
}
