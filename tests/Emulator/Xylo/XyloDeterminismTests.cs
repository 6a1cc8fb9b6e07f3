using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Xylo;

/// <summary>One network on Xylo, run in many ways, does the same.</summary>
public sealed class XyloDeterminismTests
{
    private const int Timesteps = 200;

    // The chip has no public prices; with some, the order of messages and counts is compared too.
    internal static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("xylo-a2") with
    {
        Prices = TestChip.WithCompartments(1).Prices,
        Sources = TestChip.WithCompartments(1).Sources,
    };

    internal static readonly Gen<Network> Networks = Gen.Select(
        Gen.Int[1, 40], Gen.Int[1, 8], Gen.ULong, Gen.Int[0, 5], Gen.Int[-1, 30], Gen.Int[0, 60]).Select(Build);

    [Fact]
    public void Any_number_of_workers_any_assignment_any_placement_and_a_reset_give_the_same_run()
    {
        long spikes = 0;
        Networks.Select(Gen.ULong, Gen.ULong).Sample((network, seed, assignment) => Interlocked.Add(ref spikes, Compare(network, seed, assignment)), iter: 25);

        Assert.True(spikes > 10_000, $"Only {spikes} spikes in all networks; the comparison says nothing.");
    }

    private static long Compare(Network network, ulong seed, ulong assignment)
    {
        ChipImage image = NetworkCompiler.Compile(network, Chip).Image;
        ChipImage placed = NetworkCompiler.Compile(network, Chip, new CompilerOptions { PlacementSeed = assignment }).Image;
        var options = new MachineOptions { Seed = seed, TraceMessages = true };
        Outcome alone = Outcome.Of(image, Chip, options, Timesteps);
        foreach (int workers in new[] { 1, 2, 3 })
        {
            MachineOptions several = options with { Workers = workers };
            Assert.Equal(alone, Outcome.Of(image, Chip, several, Timesteps));
            Assert.Equal(alone, Outcome.Of(image, Chip, several with { AssignmentSeed = assignment }, Timesteps));
            Assert.Equal(alone, Outcome.Of(placed, Chip, several with { AssignmentSeed = ~assignment }, Timesteps));
            CompareAfterReset(alone, image, several);
        }

        return alone.SpikeCount;
    }

    private static void CompareAfterReset(Outcome alone, ChipImage image, MachineOptions options)
    {
        using var machine = new Machine(image, Chip, options);
        Outcome first = Outcome.Of(machine, Timesteps / 3);
        machine.Reset();
        Outcome second = Outcome.Of(machine, Timesteps / 3, Timesteps - (Timesteps / 3));

        Assert.NotEqual(first.Spikes, second.Spikes);
        Assert.Equal((alone.Spikes, alone.State, alone.Steps), (second.Spikes, second.State, second.Steps));
    }

    private static Network Build(int hidden, int outputs, ulong seed, int shift, int alias, int bias)
    {
        int[] spread = [.. Enumerable.Range(0, hidden).Select(i => (int)((seed + ((ulong)i * 2654435761)) % 1000))];
        var neurons = new XyloNeurons
        {
            SynapseDash = [.. spread.Select(s => 1 + (s % 5))],
            SecondSynapseDash = [.. spread.Select(s => 1 + (s % 7))],
            MembraneDash = [.. spread.Select(s => s % 6)],
            Threshold = [.. spread.Select(s => 200 + s)],
            Bias = [.. spread.Select(s => (s % 3) * bias)],
            Alias = [.. spread.Select((s, i) => alias < 0 || s % 4 != 0 || (i + alias) % hidden == i ? -1 : (i + alias) % hidden)],
        };
        NetworkBuilder builder = new NetworkBuilder("random")
            .AddSource("noise", [10], new PoissonSource([0.2]))
            .AddSource("list", [6], new ListSource([0, 0, 0, 3, 3, 100, 150], [1, 1, 5, 2, 4, 3, 0]))
            .AddPopulation("hidden", [hidden], neurons)
            .AddPopulation("out", [outputs], new XyloNeurons { Threshold = [300] })
            .Output("out");
        Connect(builder, "noise", 10, "hidden", hidden, 0.6, seed + 1, shift, 0);
        Connect(builder, "list", 6, "hidden", hidden, 0.9, seed + 2, shift, 1);
        Connect(builder, "hidden", hidden, "hidden", hidden, 0.4, seed + 3, shift / 2, 0);
        Connect(builder, "hidden", hidden, "hidden", hidden, 0.4, seed + 4, shift / 2, 1);
        Connect(builder, "hidden", hidden, "out", outputs, 0.7, seed + 5, 1, 0);
        return builder.Build();
    }

    private static void Connect(
        NetworkBuilder builder, string source, int sources, string target, int targets, double probability, ulong seed, int shift, int receptor) =>
        builder.Connect(
            source, target,
            new RandomConnectivity { SourceCount = sources, TargetCount = targets, Probability = probability, Weight = new UniformInteger(-100, 127), Seed = seed },
            name: $"{source} {target} {receptor}",
            unit: new IntegerWeights(Exponent: shift),
            receptor: receptor);
}
