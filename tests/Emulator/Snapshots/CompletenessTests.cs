using CsCheck;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Emulator.Tests.Snapshots;

/// <summary>Everything that a machine holds goes into snapshots, but for what is written anew before it is read.</summary>
public sealed class CompletenessTests
{
    private static readonly HashSet<string> Fleeting =
    [
        // The spikes of the last update, which the next replaces.
        "Core.FiredCompartments", "Core.FiredCount", "GradedCore._payloads", "XyloCore._payloads", "OdinCrossbar.Spikes", "OdinCrossbar.SpikeCount",
        "SpikeGenerator._fired", "SpikeGenerator._count",

        // What an update draws or sums up for itself alone.
        "PoissonGenerator._units", "StochasticCompartments.Leak", "StochasticCompartments.ThresholdNoise", "CrossbarCore._sums", "OdinCrossbar._touched",
        "OdinCore._budget",

        // Where the queue begins in its ring, and what lies behind its end; the entries that wait are part of the hash of the state.
        "SpikeQueue._entries", "SpikeQueue._first",

        // What learning gathers at the end of an epoch, and counts whose growth is all that matters.
        "LazyVisitor._batch", "LazyVisitor._visited", "LazyVisitor._visitedRows", "BulkVisitor._active", "BulkVisitor._activeCount",
        "TraceBank._history", "TraceBank._packed", "TraceBank.Updates", "LazyVisitor.Writes", "BulkVisitor.Writes", "PlasticProjection._updates",

        // What passes between workers and on to observers within a timestep, and batches that are free.
        "CoreUnit.Before", "CoreUnit.Queue", "Worker.Timestep", "Worker._pool", "Outbox._pool", "Outbox._batch", "WorkerLog._chunks", "WorkerLog._turn",
        "Observatory._spikes", "Observatory._payloads", "Observatory._seconds",
    ];

    [Fact]
    public void No_field_that_changes_is_left_out()
    {
        var needless = new HashSet<string>(Fleeting);
        foreach ((string family, Gen<(ChipImage Image, ChipSpec.Spec.ChipSpec Chip)> networks) in Families.All)
        {
            networks.Select(Gen.Int[0, 70]).Sample(
                (network, timesteps) =>
                {
                    using var machine = new Machine(network.Image, network.Chip, new MachineOptions { Workers = 2, Seed = 3 });
                    machine.Run(timesteps);
                    using var restored = new Machine(network.Image, network.Chip, new MachineOptions { Workers = 2, Seed = 3 });
                    restored.Restore(machine.Snapshot());
                    var graph = new StateGraph(Fleeting);

                    graph.Compare(machine, restored);

                    Assert.True(graph.Differences.Count == 0, $"{family}: {string.Join(", ", graph.Differences)}");
                    lock (needless)
                    {
                        needless.ExceptWith(graph.LeftOut);
                    }
                },
                iter: 15);
        }

        Assert.True(needless.Count == 0, $"Never differ: {string.Join(", ", needless)}");
    }
}
