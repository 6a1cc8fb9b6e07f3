using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary><c>perf.csv</c>: what happened in each timestep, and how long it took in chip time.</summary>
/// <param name="folder">Folder.</param>
/// <param name="priceTable">Index of the price table in the chip specification; <see langword="null"/> when there is none.</param>
internal sealed class PerformanceFile(string folder, int? priceTable) : ITimestepObserver, IResultFile
{
    private readonly CsvFile _file = new(
        folder,
        "perf.csv",
        "timestep,spikes,axonEvents,synapticEvents,dendriteUpdates,compartmentsActive,compartmentsInactive,messages,learningUpdates,weightWrites,traceUpdates,chipTimeSeconds");

    /// <inheritdoc/>
    public string Name => _file.Name;

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        _file.Add(record.Timestep)
            .Add(record.Spikes.Length)
            .Add(record.Counters.AxonEvents)
            .Add(record.Counters.SynapticEvents)
            .Add(record.Counters.DendriteUpdates)
            .Add(record.Counters.CompartmentsActive)
            .Add(record.Counters.CompartmentsInactive)
            .Add(record.Counters.MessagesOut)
            .Add(record.Counters.LearningUpdates)
            .Add(record.Counters.WeightWrites)
            .Add(record.Counters.TraceUpdates);
        _ = priceTable is { } table ? _file.Add(record.Seconds[table]) : _file.Add("");
        _file.EndRow();
    }

    /// <inheritdoc/>
    public void Flush() => _file.Flush();

    /// <inheritdoc/>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
