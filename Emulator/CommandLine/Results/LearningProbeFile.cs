using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary>Samples of a plastic projection: an array <c>[sample, synapse]</c>, or <c>[sample, neuron]</c> for traces.</summary>
/// <param name="folder">Folder.</param>
/// <param name="name">Name in the folder.</param>
/// <param name="count">Values of a sample.</param>
internal sealed class LearningProbeFile(string folder, string name, int count) : IProbeSink, IResultFile
{
    private readonly NpyFile<short> _file = new(folder, name, "'<i2'", count);
    private readonly short[] _row = new short[count];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public void Write(long timestep, ReadOnlySpan<int> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _row[i] = (short)values[i];
        }

        _file.Write(_row);
    }

    /// <inheritdoc/>
    public void Flush() => _file.Flush();

    /// <inheritdoc/>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
