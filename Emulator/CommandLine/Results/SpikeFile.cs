using Ganglion.CommandLine.Emulation;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary><c>spikes.csv</c>: every spike, ascending by timestep, population and neuron.</summary>
internal sealed class SpikeFile : ITimestepObserver, IResultFile
{
    private readonly CsvFile _file;
    private readonly PopulationIndex _index;
    private readonly string[] _names;

    /// <summary>Begins the file.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="populations">Populations in the order of their logical ids.</param>
    public SpikeFile(string folder, IReadOnlyList<PopulationInfo> populations)
    {
        _file = new CsvFile(folder, "spikes.csv", "timestep,population,neuron,payload");
        _index = new PopulationIndex(populations);
        _names = [.. populations.Select(population => CsvFile.Quote(population.Name))];
    }

    /// <inheritdoc/>
    public string Name => _file.Name;

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        for (int i = 0; i < record.Spikes.Length; i++)
        {
            (int population, int neuron) = _index.Locate(record.Spikes[i]);
            int payload = record.Payloads.IsEmpty ? 1 : record.Payloads[i];
            _file.Add(record.Timestep).Add(_names[population]).Add(neuron).Add(payload).EndRow();
        }
    }

    /// <inheritdoc/>
    public void Flush() => _file.Flush();

    /// <inheritdoc/>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
