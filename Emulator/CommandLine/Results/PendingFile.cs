namespace Ganglion.CommandLine.Results;

/// <summary>A file that gets its name when it is complete; until then it ends in <c>.part</c>.</summary>
internal sealed class PendingFile : IDisposable
{
    private const int BufferSize = 1 << 16;
    private readonly string _path;
    private readonly string _pendingPath;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its path when it is complete.</param>
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public PendingFile(string path)
    {
        _path = path;
        _pendingPath = path + ".part";
        try
        {
            Stream = new FileStream(_pendingPath, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{_pendingPath}' cannot be written: {e.Message.TrimEnd('.')}");
        }
    }

    /// <summary>Where its content goes.</summary>
    public FileStream Stream { get; }

    /// <summary>Closes the file and gives it its name, in place of an older one.</summary>
    public void Complete()
    {
        Stream.Dispose();
        File.Move(_pendingPath, _path, overwrite: true);
    }

    /// <summary>Closes the file; removes it when it is not complete.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // A file that is given up need not be whole; that its disk is full has been said where it was written.
        }

        File.Delete(_pendingPath);
    }
}
