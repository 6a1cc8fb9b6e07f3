namespace Ganglion.CommandLine.Results;

/// <summary>The folder of a run and the files that fill while it goes on.</summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>Name of the file with the summary.</summary>
    public const string SummaryName = "summary.json";

    /// <summary>Name of the snapshot that is taken while the run goes on.</summary>
    public const string SnapshotName = "run.snapshot";

    private readonly List<IResultFile> _files = [];

    /// <summary>Makes the folder if it does not exist.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <exception cref="UsageException">It cannot be made.</exception>
    public RunFolder(string path)
    {
        Path = path;
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"the folder '{path}' cannot be made: {(File.Exists(path) ? "it is a file" : e.Message.TrimEnd('.'))}");
        }
    }

    /// <summary>Path of the folder.</summary>
    public string Path { get; }

    /// <summary>Names of the files that are or will be there, the summary included.</summary>
    public IReadOnlyList<string> FileNames => [SummaryName, .. _files.Select(file => file.Name)];

    /// <summary>Adds a file, which is completed with the others.</summary>
    /// <param name="file">The file.</param>
    /// <typeparam name="T">Type of the file.</typeparam>
    public T Add<T>(T file)
        where T : IResultFile
    {
        _files.Add(file);
        return file;
    }

    /// <summary>Writes what there is so far, so that it outlives the process.</summary>
    public void Flush() => _files.ForEach(file => file.Flush());

    /// <summary>Completes all files that can be.</summary>
    /// <returns>Why the first of the others cannot; <see langword="null"/> when all are complete.</returns>
    public IOException? Complete()
    {
        IOException? failure = null;
        foreach (IResultFile file in _files)
        {
            try
            {
                file.Complete();
            }
            catch (IOException e)
            {
                failure ??= e;
            }
        }

        return failure;
    }

    /// <summary>Writes the summary.</summary>
    /// <param name="json">Its text.</param>
    public void WriteSummary(string json)
    {
        using var file = new PendingFile(System.IO.Path.Combine(Path, SummaryName));
        file.Stream.Write(System.Text.Encoding.UTF8.GetBytes(json + "\n"));
        file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IResultFile file in _files)
        {
            file.Dispose();
        }
    }
}
