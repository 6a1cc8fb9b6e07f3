using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.TrueNorth;

/// <summary>One network in the registers of TrueNorth, run in many ways, does the same.</summary>
public sealed class CrossbarDeterminismTests
{
    private const int Timesteps = 120;

    [Fact]
    public void Any_number_of_workers_and_any_assignment_and_placement_of_cores_give_the_same_run()
    {
        long spikes = 0;
        CrossbarNetworks.Any.Select(Gen.ULong, Gen.ULong).Sample((network, seed, other) => Interlocked.Add(ref spikes, Compare(network, seed, other)), iter: 12);

        Assert.True(spikes > 5_000, $"Only {spikes} spikes in all networks; the comparison says nothing.");
    }

    [Fact]
    public void Any_partition_gives_the_same_spikes_and_state() =>
        CrossbarNetworks.Any.Select(Gen.Int[150, 255]).Sample(ComparePartitions, iter: 12);

    [Fact]
    public void Another_seed_gives_another_run()
    {
        ChipImage image = NetworkCompiler.Compile(CrossbarNetworks.Sample, CrossbarNetworks.Chip(256)).Image;

        Assert.NotEqual(
            Outcome.Of(image, CrossbarNetworks.Chip(256), new MachineOptions { Seed = 1 }, Timesteps).Spikes,
            Outcome.Of(image, CrossbarNetworks.Chip(256), new MachineOptions { Seed = 2 }, Timesteps).Spikes);
    }

    private static long Compare(Network network, ulong seed, ulong other)
    {
        ChipSpec.Spec.ChipSpec chip = CrossbarNetworks.Chip(256);
        ChipImage image = NetworkCompiler.Compile(network, chip).Image;
        var options = new MachineOptions { Seed = seed };
        Outcome alone = Outcome.Of(image, chip, options, Timesteps);
        foreach (int workers in new[] { 1, 2, 3 })
        {
            Assert.Equal(alone, Outcome.Of(image, chip, options with { Workers = workers }, Timesteps));
            Assert.Equal(alone, Outcome.Of(image, chip, options with { Workers = workers, AssignmentSeed = other }, Timesteps));
        }

        Outcome moved = Outcome.Of(NetworkCompiler.Compile(network, chip, new CompilerOptions { PlacementSeed = other }).Image, chip, options, Timesteps);
        Assert.Equal((alone.Spikes, alone.State, alone.Totals), (moved.Spikes, moved.State, moved.Totals));

        using var machine = new Machine(image, chip, options with { Workers = 2 });
        machine.Run(Timesteps / 3);
        machine.Reset();
        Outcome again = Outcome.Of(machine, Timesteps);
        Assert.Equal((alone.Spikes, alone.State), (again.Spikes, again.State));
        return alone.SpikeCount;
    }

    private static void ComparePartitions(Network network, int compartments)
    {
        Outcome whole = Run(256);
        Outcome divided = Run(compartments);
        Assert.Equal((whole.Spikes, whole.State), (divided.Spikes, divided.State));

        Outcome Run(int size)
        {
            ChipSpec.Spec.ChipSpec chip = CrossbarNetworks.Chip(size);
            return Outcome.Of(NetworkCompiler.Compile(network, chip).Image, chip, new MachineOptions { Workers = 2, Seed = 9 }, Timesteps);
        }
    }
}
