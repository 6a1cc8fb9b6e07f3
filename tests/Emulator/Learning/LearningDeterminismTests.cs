using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Learning;

/// <summary>A network that learns, run in many ways, learns the same.</summary>
public sealed class LearningDeterminismTests
{
    private const int Timesteps = 300;

    [Fact]
    public void Any_number_of_workers_and_any_assignment_of_cores_learn_the_same()
    {
        long writes = 0;
        PlasticNetworks.Any.Select(Gen.ULong, Gen.ULong).Sample(
            (network, seed, assignment) =>
            {
                ChipSpec.Spec.ChipSpec chip = PlasticNetworks.Chip(16);
                ChipImage image = NetworkCompiler.Compile(network, chip).Image;
                var options = new MachineOptions { Seed = seed };
                (Outcome alone, LearnedState learned) = Run(image, chip, options);
                foreach (int workers in (int[])[1, 2, 3])
                {
                    foreach (ulong? distribution in (ulong?[])[null, assignment, ~assignment])
                    {
                        (Outcome outcome, LearnedState state) = Run(image, chip, options with { Workers = workers, AssignmentSeed = distribution });
                        Assert.Equal(alone, outcome);
                        LearnedStateTests.AssertEqual(learned, state);
                    }
                }

                Interlocked.Add(ref writes, alone.Totals.WeightWrites);
            },
            iter: 8);

        Assert.True(writes > 10_000, $"Only {writes} weights changed in all networks; the comparison says nothing.");
    }

    /// <summary>Trace updates are left out: each core keeps the traces of the sources that reach it.</summary>
    [Fact]
    public void Any_placement_learns_the_same() =>
        PlasticNetworks.Any.Select(Gen.ULong, Gen.Int[8, 64], Gen.ULong).Sample(
            (network, seed, compartments, placement) =>
            {
                (Outcome first, LearnedState learned) = Placed(network, seed, 16, new CompilerOptions());
                foreach ((int size, CompilerOptions options) in (IEnumerable<(int, CompilerOptions)>)[
                    (compartments, new CompilerOptions()),
                    (16, new CompilerOptions { PlacementSeed = placement }),
                    (16, new CompilerOptions { PlacementSeed = ~placement }),
                    (1024, new CompilerOptions { MinimumCores = 1 }),
                    (1024, new CompilerOptions { MinimumCores = 3 }),
                ])
                {
                    (Outcome other, LearnedState state) = Placed(network, seed, size, options);
                    Assert.Equal((first.Spikes, first.State), (other.Spikes, other.State));
                    Assert.Equal(
                        (first.Totals.SynapticEvents, first.Totals.LearningUpdates, first.Totals.WeightWrites),
                        (other.Totals.SynapticEvents, other.Totals.LearningUpdates, other.Totals.WeightWrites));
                    LearnedStateTests.AssertEqual(learned, state);
                }
            },
            iter: 8);

    [Fact]
    public void A_state_from_one_placement_continues_the_same_in_any_other() =>
        PlasticNetworks.Any.Select(Gen.ULong, Gen.Int[8, 64]).Sample(
            (network, seed, compartments) =>
            {
                LearnedState state = Placed(network, seed, 16, new CompilerOptions()).Learned;
                (Outcome here, LearnedState continued) = Placed(network, seed + 1, 16, new CompilerOptions(), state);
                (Outcome there, LearnedState elsewhere) = Placed(network, seed + 1, compartments, new CompilerOptions { PlacementSeed = seed }, state);

                Assert.Equal((here.Spikes, here.State), (there.Spikes, there.State));
                LearnedStateTests.AssertEqual(continued, elsewhere);
                Assert.Equal(2 * Timesteps, continued.Timesteps);
            },
            iter: 8);

    [Fact]
    public void A_reset_machine_learns_the_same_again() =>
        PlasticNetworks.Any.Select(Gen.ULong).Sample(
            (network, seed) =>
            {
                ChipSpec.Spec.ChipSpec chip = PlasticNetworks.Chip(16);
                using var machine = new Machine(NetworkCompiler.Compile(network, chip).Image, chip, new MachineOptions { Seed = seed, Workers = 2 });
                Outcome first = Outcome.Of(machine, Timesteps);
                LearnedState learned = machine.ReadLearned();

                machine.Reset();
                Outcome second = Outcome.Of(machine, Timesteps);

                Assert.Equal((first.Spikes, first.State), (second.Spikes, second.State));
                Assert.Equal(2 * first.Totals.LearningUpdates, second.Totals.LearningUpdates);
                Assert.Equal(2 * first.Totals.TraceUpdates, second.Totals.TraceUpdates);
                LearnedStateTests.AssertEqual(learned, machine.ReadLearned());
            },
            iter: 8);

    private static (Outcome Outcome, LearnedState Learned) Placed(
        Network network, ulong seed, int compartments, CompilerOptions options, LearnedState? state = null)
    {
        ChipSpec.Spec.ChipSpec chip = PlasticNetworks.Chip(compartments);
        ChipImage image = NetworkCompiler.Compile(network, chip, options).Image;
        Assert.Empty(ChipImageCheck.Run(image));
        return Run(image, chip, new MachineOptions { Seed = seed }, state);
    }

    private static (Outcome Outcome, LearnedState Learned) Run(
        ChipImage image, ChipSpec.Spec.ChipSpec chip, MachineOptions options, LearnedState? state = null)
    {
        using var machine = new Machine(image, chip, options);
        if (state is not null)
        {
            machine.LoadLearned(state);
        }

        return (Outcome.Of(machine, Timesteps), machine.ReadLearned());
    }
}
