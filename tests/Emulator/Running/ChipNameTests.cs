using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>A chip is what its specification says; its name decides nothing.</summary>
public sealed class ChipNameTests
{
    public static TheoryData<string> Chips => [.. Presets.Names];

    [Theory]
    [MemberData(nameof(Chips))]
    public void A_preset_under_another_name_runs_the_same(string name)
    {
        ChipSpec.Spec.ChipSpec chip = Presets.Load(name);

        Assert.Equal(Run(chip), Run(chip with { Id = "renamed", Name = "no such chip" }));
    }

    private static Outcome Run(ChipSpec.Spec.ChipSpec chip)
    {
        ChipImage image = NetworkCompiler.Compile(Network(chip.Family == "xylo" ? ResetMode.Subtract : ResetMode.ToValue), chip).Image;
        Outcome outcome = Outcome.Of(image, chip, new MachineOptions { Seed = 3, Workers = 2 }, 200);
        Assert.True(outcome.SpikeCount > 100, $"Only {outcome.SpikeCount} spikes.");
        return outcome;
    }

    /// <summary>A network that every family holds: no leak, weights of one sign, one spike source.</summary>
    private static Network Network(ResetMode reset)
    {
        CurrentBasedNeurons neurons = NeuronFactory.IntegrateAndFire(3) with { ResetMode = reset };
        return new NetworkBuilder("chain")
            .AddSource("noise", [4], new PoissonSource([0.4]))
            .AddPopulation("first", [4], neurons)
            .AddPopulation("second", [2], neurons)
            .Connect("noise", "first", new AllToAll(4, 4, 1.0))
            .Connect("first", "second", new AllToAll(4, 2, 1.0))
            .Output("second")
            .Build();
    }
}
