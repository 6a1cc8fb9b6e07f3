using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Export;

/// <summary>Files that appear whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Lets a file be written under another name and gives it its own when it is complete.</summary>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <param name="write">Writes the path that it is given.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(string path, Action<string> write)
    {
        string pending = $"{path}.{Environment.ProcessId}.part";
        try
        {
            write(pending);
            File.Move(pending, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException(
                NirExportDiagnostics.Unwritable, new SourceLocation(path), e.Message.TrimEnd('.'), "a path that may be written", "check the folder, its permissions and the free space");
        }
        finally
        {
            if (File.Exists(pending))
            {
                File.Delete(pending);
            }
        }
    }
}
