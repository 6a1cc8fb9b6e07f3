using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>One network, run in many ways, does the same.</summary>
public sealed class DeterminismTests
{
    /// <summary>More than one bundle of observed timesteps.</summary>
    private const int Timesteps = 300;

    [Fact]
    public void Any_number_of_workers_and_any_assignment_of_cores_give_the_same_run()
    {
        long spikes = 0;
        RandomNetworks.Any.Select(Gen.ULong, Gen.ULong).Sample(
            (network, seed, assignment) => Interlocked.Add(ref spikes, CompareWorkers(network, seed, assignment)), iter: 15);

        Assert.True(spikes > 10_000, $"Only {spikes} spikes in all networks; the comparison says nothing.");
    }

    [Fact]
    public void Any_partition_gives_the_same_spikes_state_and_synaptic_events() =>
        RandomNetworks.Any.Select(Gen.Int[8, 64], Gen.Int[8, 64]).Sample(
            (network, first, second) => ComparePartitions(network, first, second), iter: 15);

    [Fact]
    public void Another_seed_gives_another_run()
    {
        Assert.NotEqual(
            Outcome.Of(SmallNetwork.Image, SmallNetwork.Chip, new MachineOptions { Seed = 1 }, Timesteps).Spikes,
            Outcome.Of(SmallNetwork.Image, SmallNetwork.Chip, new MachineOptions { Seed = 2 }, Timesteps).Spikes);
    }

    private static long CompareWorkers(Network network, ulong seed, ulong assignment)
    {
        ChipSpec.Spec.ChipSpec chip = TestChip.WithCompartments(16);
        ChipImage image = NetworkCompiler.Compile(network, chip).Image;
        var options = new MachineOptions { Seed = seed, TraceMessages = true };
        Outcome alone = Outcome.Of(image, chip, options, Timesteps);
        Assert.Equal(alone, Outcome.Of(image, chip, options, Timesteps));
        foreach (int workers in new[] { 1, 2, 3, 7 })
        {
            Assert.Equal(alone, Outcome.Of(image, chip, options with { Workers = workers }, Timesteps));
            Assert.Equal(alone, Outcome.Of(image, chip, options with { Workers = workers, AssignmentSeed = assignment }, Timesteps));
            Assert.Equal(alone, Outcome.Of(image, chip, options with { Workers = workers, AssignmentSeed = ~assignment }, Timesteps));
        }

        return alone.SpikeCount;
    }

    private static void ComparePartitions(Network network, int firstSize, int secondSize)
    {
        Outcome first = Partitioned(network, firstSize);
        Outcome second = Partitioned(network, secondSize);

        Assert.Equal((first.Spikes, first.State), (second.Spikes, second.State));
        Assert.Equal(
            (first.Totals.SynapticEvents, first.Totals.DendriteUpdates, first.Totals.CompartmentsActive, first.Totals.CompartmentsInactive),
            (second.Totals.SynapticEvents, second.Totals.DendriteUpdates, second.Totals.CompartmentsActive, second.Totals.CompartmentsInactive));
    }

    private static Outcome Partitioned(Network network, int compartments)
    {
        ChipSpec.Spec.ChipSpec chip = TestChip.WithCompartments(compartments);
        return Outcome.Of(NetworkCompiler.Compile(network, chip).Image, chip, new MachineOptions { Workers = 2 }, Timesteps);
    }
}
