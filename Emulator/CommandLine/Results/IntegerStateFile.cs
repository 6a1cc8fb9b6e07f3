using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary>Samples of a chip's state, which are integers.</summary>
/// <param name="file">Receives them.</param>
/// <param name="trace">Receives them as well.</param>
internal sealed class IntegerStateFile(NpyFile<int> file, TraceFile trace) : IProbeSink, IResultFile
{
    /// <inheritdoc/>
    public string Name => file.Name;

    /// <inheritdoc/>
    public void Write(long timestep, ReadOnlySpan<int> values)
    {
        file.Write(values);
        trace.Add(values);
    }

    /// <inheritdoc/>
    public void Flush() => file.Flush();

    /// <inheritdoc/>
    public void Complete() => file.Complete();

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
