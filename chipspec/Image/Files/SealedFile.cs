using System.Diagnostics.CodeAnalysis;
using Ganglion.ChipSpec.Diagnostics;
using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Writes and reads files whose content stands behind a header with its length and checksum.</summary>
/// <param name="format">Kind of the file.</param>
internal sealed class SealedFile(SealedFormat format)
{
    private const int BufferBytes = 1 << 20;

    private string CopyAgain => $"copy the file again, or {format.Remedy}";

    /// <summary>Writes a file; it appears whole or not at all.</summary>
    /// <param name="content">Content.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <typeparam name="T">Type of the content.</typeparam>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public void Write<T>(T content, string path)
    {
        string? temporary = null;
        try
        {
            string target = Path.GetFullPath(path);
            temporary = $"{target}.{Environment.ProcessId}.part";
            using (FileStream file = new(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes))
            {
                FileHeader.Reserve(file);
                using HashingStream payload = new(file);
                Serializer.Serialize(payload, content);
                payload.Flush();
                new FileHeader(format.Version, payload.Written, payload.Hash()).Write(file, format.Letter);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            temporary = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refuse(format.Unwritable, path, e.Message, null, "check the folder, its permissions and the free space");
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Reads a file; what it holds is not checked beyond its checksum.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <typeparam name="T">Type of the content.</typeparam>
    /// <exception cref="InvalidInputException">The file is of another kind or version, or damaged.</exception>
    public T Read<T>(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);
            FileHeader header = ReadHeader(file, path);
            if (!HashingStream.HashOf(file).AsSpan().SequenceEqual(header.Checksum))
            {
                throw Refuse(format.Corrupted, path, "the content does not match its checksum", "an undamaged file", CopyAgain);
            }

            return Decode<T>(file, header.PayloadBytes, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refuse(format.Unreadable, path, "no such file", null, "check the path");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string found = Directory.Exists(path) ? "a folder, not a file" : e.Message;
            throw Refuse(format.Unreadable, path, found, null, "check the path and its permissions");
        }
    }

    private FileHeader ReadHeader(FileStream file, string path)
    {
        if (!FileHeader.TryRead(file, format.Letter, out FileHeader header, out bool isOfKind))
        {
            throw isOfKind
                ? Refuse(format.Truncated, path, $"{file.Length} bytes", $"at least {FileHeader.Bytes} bytes", CopyAgain)
                : Refuse(format.Foreign, path, file.Length == 0 ? "an empty file" : "a file of another kind", format.Name, format.Origin);
        }

        if (header.Version != format.Version)
        {
            throw header.Version < format.Version
                ? Refuse(format.Older, path, $"format {header.Version}", $"format {format.Version}", format.Remedy)
                : Refuse(format.Newer, path, $"format {header.Version}", $"format {format.Version}", $"use a newer ganglion, or {format.Remedy}");
        }

        long payload = file.Length - FileHeader.Bytes;
        if (payload != header.PayloadBytes)
        {
            throw Refuse(
                payload < header.PayloadBytes ? format.Truncated : format.Corrupted,
                path, $"{payload} bytes of content", $"{header.PayloadBytes} bytes", CopyAgain);
        }

        return header;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The decoder's own exceptions for hostile content are not documented.")]
    private T Decode<T>(FileStream file, long bytes, string path)
    {
        file.Position = FileHeader.Bytes;
        if (!WireCheck.IsWellFormed(file, bytes))
        {
            throw Undecodable(path);
        }

        file.Position = FileHeader.Bytes;
        try
        {
            return Serializer.Deserialize<T>(file) ?? throw Undecodable(path);
        }
        catch (Exception e) when (e is not InvalidInputException and not IOException and not OutOfMemoryException)
        {
            throw Undecodable(path);
        }
    }

    private InvalidInputException Undecodable(string path) =>
        Refuse(format.Corrupted, path, "content that cannot be decoded", format.Name, format.Remedy);

    private static InvalidInputException Refuse(DiagnosticDescriptor descriptor, string path, string found, string? allowed, string remedy) =>
        new(descriptor, new SourceLocation(path), found, allowed, remedy);
}
