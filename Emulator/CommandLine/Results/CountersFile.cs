using Ganglion.Cores;
using Ganglion.Emulator.Ledgers;

namespace Ganglion.CommandLine.Results;

/// <summary><c>counters.csv</c>: what every core did in the whole run.</summary>
internal static class CountersFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="ledger">Counts of every core.</param>
    public static IResultFile Write(string folder, Ledger ledger)
    {
        var file = new CsvFile(
            folder,
            "counters.csv",
            "core,axonEvents,synapticEventsSparse,synapticEventsDense,synapticEventsShared,dendriteUpdates,"
            + "compartmentsActive,compartmentsInactive,spikes,messages,learningUpdates,weightWrites,traceUpdates");
        foreach (CoreLedger core in ledger.Cores)
        {
            CoreCounters counters = core.Counters;
            file.Add(core.Core.Value)
                .Add(counters.AxonEvents)
                .Add(counters.SynapticEventsSparse)
                .Add(counters.SynapticEventsDense)
                .Add(counters.SynapticEventsShared)
                .Add(counters.DendriteUpdates)
                .Add(counters.CompartmentsActive)
                .Add(counters.CompartmentsInactive)
                .Add(counters.Spikes)
                .Add(counters.MessagesOut)
                .Add(counters.LearningUpdates)
                .Add(counters.WeightWrites)
                .Add(counters.TraceUpdates)
                .EndRow();
        }

        return file;
    }
}
