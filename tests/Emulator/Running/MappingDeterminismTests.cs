using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>However a network is mapped, it does the same.</summary>
public sealed class MappingDeterminismTests
{
    private const int Timesteps = 150;

    private static readonly int[] Workers = [1, 3];

    [Fact]
    public void No_method_effort_or_seed_of_a_mapping_changes_a_spike()
    {
        long spikes = 0;
        int moved = 0;
        RandomNetworks.Any.Select(Gen.ULong, Gen.Int[5, 24]).Sample(
            (network, seed, compartments) =>
            {
                ChipSpec.Spec.ChipSpec chip = TestChip.WithCompartments(compartments);
                ChipImage sequential = NetworkCompiler.Compile(network, chip).Image;
                Outcome expected = Outcome.Of(sequential, chip, new MachineOptions { Seed = seed }, Timesteps);
                foreach (MappingMethod method in Enum.GetValues<MappingMethod>())
                {
                    CompilerOptions options = new() { Method = method, MappingSeed = seed, Effort = seed % 4 == 0 ? MappingEffort.Normal : MappingEffort.Quick };
                    ChipImage image = NetworkCompiler.Compile(network, chip, options).Image;
                    Interlocked.Add(ref moved, Neurons(image).SequenceEqual(Neurons(sequential)) ? 0 : 1);
                    foreach (int workers in Workers)
                    {
                        Outcome found = Outcome.Of(image, chip, new MachineOptions { Seed = seed, Workers = workers }, Timesteps);
                        Assert.Equal((expected.Spikes, expected.State), (found.Spikes, found.State));
                        Assert.Equal(expected.Totals.SynapticEvents, found.Totals.SynapticEvents);
                    }
                }

                Interlocked.Add(ref spikes, expected.SpikeCount);
            },
            iter: 12);

        Assert.True(spikes > 5_000 && moved >= 12, $"Only {spikes} spikes and {moved} mappings unlike the sequential one; the comparison says nothing.");
    }

    private static IEnumerable<(int, int, int, int)> Neurons(ChipImage image) =>
        from core in image.Cores from run in core.Runs select (core.Core, run.Population, run.FirstNeuron, run.Count);
}
