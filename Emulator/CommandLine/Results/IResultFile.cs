namespace Ganglion.CommandLine.Results;

/// <summary>A file of a run's folder that fills while the run goes on.</summary>
internal interface IResultFile : IDisposable
{
    /// <summary>Name within the folder.</summary>
    string Name { get; }

    /// <summary>Writes what there is so far, so that it outlives the process; pictures are drawn at the end only.</summary>
    void Flush()
    {
    }

    /// <summary>Writes what is left, and gives the file its name; no more can be written then.</summary>
    void Complete();
}
