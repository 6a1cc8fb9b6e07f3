using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Cores;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>A network whose spikes carry integers, run in many ways, does the same.</summary>
public sealed class GradedDeterminismTests
{
    private const int Timesteps = 150;

    [Fact]
    public void Any_number_of_workers_assignment_and_placement_give_the_same_run()
    {
        long spikes = 0;
        RandomGradedNetworks.Any.Select(Gen.ULong, Gen.ULong).Sample(
            (network, seed, assignment) => Interlocked.Add(ref spikes, Compare(network, seed, assignment)), iter: 10);

        Assert.True(spikes > 10_000, $"Only {spikes} spikes in all networks; the comparison says nothing.");
    }

    [Fact]
    public void Any_partition_gives_the_same_spikes_state_and_synaptic_events() =>
        RandomGradedNetworks.Any.Select(Gen.Int[4, 40], Gen.Int[4, 40]).Sample(
            (network, first, second) =>
            {
                Outcome one = Partitioned(network, first);
                Outcome other = Partitioned(network, second);
                Assert.Equal((one.Spikes, one.State), (other.Spikes, other.State));
                Assert.Equal(
                    (one.Totals.SynapticEvents, one.Totals.DendriteUpdates, one.Totals.Spikes),
                    (other.Totals.SynapticEvents, other.Totals.DendriteUpdates, other.Totals.Spikes));
            },
            iter: 10);

    [Fact]
    public void A_reset_run_repeats_itself_and_an_image_survives_its_file() => RandomGradedNetworks.Any.Sample(
        network =>
        {
            ChipSpec.Spec.ChipSpec chip = Chip(8);
            ChipImage image = NetworkCompiler.Compile(network, chip).Image;
            string path = Path.Combine(Path.GetTempPath(), $"graded-{Guid.NewGuid():N}.chip");
            ChipImageFile.Write(image, path);
            ChipImage written = ChipImageFile.Read(path);
            File.Delete(path);
            using var machine = new Machine(image, chip, new MachineOptions { Workers = 2, Seed = 5 });
            Outcome first = Outcome.Of(machine, Timesteps);
            machine.Reset();
            Outcome again = Outcome.Of(machine, Timesteps);
            Outcome read = Outcome.Of(written, chip, new MachineOptions { Seed = 5 }, Timesteps);

            Assert.Equal((first.Spikes, first.State, first.Steps), (again.Spikes, again.State, again.Steps));
            Assert.Equal(first, read);
        },
        iter: 5);

    private static long Compare(Network network, ulong seed, ulong assignment)
    {
        ChipSpec.Spec.ChipSpec chip = Chip(8);
        ChipImage image = NetworkCompiler.Compile(network, chip).Image;
        var options = new MachineOptions { Seed = seed };
        Outcome alone = Outcome.Of(image, chip, options, Timesteps);
        foreach (int workers in new[] { 1, 2, 3 })
        {
            Assert.Equal(alone, Outcome.Of(image, chip, options with { Workers = workers }, Timesteps));
            Assert.Equal(alone, Outcome.Of(image, chip, options with { Workers = workers, AssignmentSeed = assignment }, Timesteps));
        }

        ChipImage elsewhere = NetworkCompiler.Compile(network, chip, new CompilerOptions { PlacementSeed = assignment }).Image;
        Outcome placed = Outcome.Of(elsewhere, chip, options with { Workers = 2 }, Timesteps);
        Assert.Equal((alone.Spikes, alone.State, alone.Totals), (placed.Spikes, placed.State, placed.Totals));
        return alone.SpikeCount;
    }

    private static Outcome Partitioned(Network network, int compartments)
    {
        ChipSpec.Spec.ChipSpec chip = Chip(compartments);
        return Outcome.Of(NetworkCompiler.Compile(network, chip).Image, chip, new MachineOptions { Workers = 2 }, Timesteps);
    }

    private static ChipSpec.Spec.ChipSpec Chip(int compartments)
    {
        ChipSpec.Spec.ChipSpec chip = TestChip.WithCompartments(compartments);
        return chip with { Compartment = chip.Compartment with { Models = [.. CoreFactory.Models] } };
    }
}
