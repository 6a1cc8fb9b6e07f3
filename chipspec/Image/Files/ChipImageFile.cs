using System.Diagnostics.CodeAnalysis;
using Ganglion.ChipSpec.Diagnostics;
using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Writes and reads chip images; the format is described in <c>docs/formats/image.md</c>.</summary>
public static class ChipImageFile
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Writes an image; the file appears whole or not at all.</summary>
    /// <param name="image">Image.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(ChipImage image, string path)
    {
        string? temporary = null;
        try
        {
            string target = Path.GetFullPath(path);
            temporary = $"{target}.{Environment.ProcessId}.part";
            using (FileStream file = new(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes))
            {
                ImageHeader.Reserve(file);
                using HashingStream payload = new(file);
                Serializer.Serialize(payload, image);
                payload.Flush();
                new ImageHeader(ImageHeader.CurrentVersion, payload.Written, payload.Hash()).Write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            temporary = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refuse(ImageDiagnostics.Unwritable, path, e.Message, null, "check the folder, its permissions and the free space");
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Reads an image and checks it.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <exception cref="InvalidInputException">The file is no image, of another version, damaged, or contradicts itself.</exception>
    public static ChipImage Read(string path)
    {
        ChipImage image = Load(path);
        IReadOnlyList<Diagnostic> findings = ChipImageCheck.Run(image, path);
        return findings.Count == 0 ? image : throw new InvalidInputException(findings);
    }

    private static ChipImage Load(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);
            ImageHeader header = ReadHeader(file, path);
            if (!HashingStream.HashOf(file).AsSpan().SequenceEqual(header.Checksum))
            {
                throw Refuse(
                    ImageDiagnostics.Corrupted, path, "the content does not match its checksum", "an undamaged file", "copy the file again, or compile the network again");
            }

            return Decode(file, header.PayloadBytes, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refuse(ImageDiagnostics.Unreadable, path, "no such file", null, "check the path");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string found = Directory.Exists(path) ? "a folder, not a file" : e.Message;
            throw Refuse(ImageDiagnostics.Unreadable, path, found, null, "check the path and its permissions");
        }
    }

    private static ImageHeader ReadHeader(FileStream file, string path)
    {
        if (!ImageHeader.TryRead(file, out ImageHeader header, out bool isImage))
        {
            throw isImage
                ? Refuse(ImageDiagnostics.Truncated, path, $"{file.Length} bytes", $"at least {ImageHeader.Bytes} bytes", "copy the file again, or compile the network again")
                : Refuse(ImageDiagnostics.NotAnImage, path, file.Length == 0 ? "an empty file" : "a file of another kind", "a chip image (.chip)", "pass the file that 'ganglion compile … -o' has written");
        }

        if (header.Version != ImageHeader.CurrentVersion)
        {
            throw header.Version < ImageHeader.CurrentVersion
                ? Refuse(ImageDiagnostics.Older, path, $"format {header.Version}", $"format {ImageHeader.CurrentVersion}", "compile the network again")
                : Refuse(ImageDiagnostics.Newer, path, $"format {header.Version}", $"format {ImageHeader.CurrentVersion}", "use a newer ganglion, or compile the network again");
        }

        long payload = file.Length - ImageHeader.Bytes;
        if (payload != header.PayloadBytes)
        {
            throw payload < header.PayloadBytes
                ? Refuse(ImageDiagnostics.Truncated, path, $"{payload} bytes of content", $"{header.PayloadBytes} bytes", "copy the file again, or compile the network again")
                : Refuse(ImageDiagnostics.Corrupted, path, $"{payload} bytes of content", $"{header.PayloadBytes} bytes", "copy the file again, or compile the network again");
        }

        return header;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The decoder's own exceptions for hostile content are not documented.")]
    private static ChipImage Decode(FileStream file, long bytes, string path)
    {
        file.Position = ImageHeader.Bytes;
        if (!WireCheck.IsWellFormed(file, bytes))
        {
            throw Undecodable(path);
        }

        file.Position = ImageHeader.Bytes;
        try
        {
            return Serializer.Deserialize<ChipImage>(file) ?? throw Undecodable(path);
        }
        catch (Exception e) when (e is not InvalidInputException and not IOException and not OutOfMemoryException)
        {
            throw Undecodable(path);
        }
    }

    private static InvalidInputException Undecodable(string path) =>
        Refuse(ImageDiagnostics.Corrupted, path, "content that cannot be decoded", "a chip image", "compile the network again");

    private static InvalidInputException Refuse(DiagnosticDescriptor descriptor, string path, string found, string? allowed, string remedy) =>
        new(descriptor, new SourceLocation(path), found, allowed, remedy);
}
