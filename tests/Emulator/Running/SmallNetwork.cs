using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>A network that never rests, spread over nine cores of the chip of the tests.</summary>
internal static class SmallNetwork
{
    public static ChipSpec.Spec.ChipSpec Chip { get; } = TestChip.WithCompartments(8);

    public static ChipImage Image { get; } = NetworkCompiler.Compile(Build(), Chip).Image;

    public static Machine NewMachine(int workers = 1) => new(Image, Chip, new MachineOptions { Workers = workers, Seed = 11 });

    private static Network Build() => new NetworkBuilder("small")
        .AddSource("noise", [20], new PoissonSource([0.2]))
        .AddSource("outside", [4], new ExternalSource())
        .AddPopulation("a", [40], new LoihiNeurons { CurrentDecay = [700], PotentialDecay = [200], ThresholdMantissa = [150], Refractory = [2] })
        .AddPopulation("b", [30], new LoihiNeurons { CurrentDecay = [900], PotentialDecay = [300], BiasMantissa = [3], BiasExponent = [6] })
        .Connect("noise", "a", Random(20, 40, 1), unit: new IntegerWeights())
        .Connect("outside", "b", new AllToAll(4, 30, 100), unit: new IntegerWeights())
        .Connect("a", "b", Random(40, 30, 2), unit: new IntegerWeights())
        .Connect("b", "a", Random(30, 40, 3), unit: new IntegerWeights())
        .Build();

    private static RandomConnectivity Random(int sources, int targets, ulong seed) => new()
    {
        SourceCount = sources,
        TargetCount = targets,
        Probability = 0.4,
        Weight = new UniformInteger(-60, 90),
        Delay = new UniformInteger(1, 9),
        Seed = seed,
    };
}
