using CsCheck;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Learning;

/// <summary>Random recurrent networks that learn, with a reward on a third trace.</summary>
internal static class PlasticNetworks
{
    private const string Reward = "dt = 2^-3*y0*x1 - 2^-3*x0*y1 - u0*2^-4*t; dw = 2^-5*u0*t*y2";
    private const string Pair = "dw = 2^-4*y0*x1 - 2^-4*x0*y1; dd = 2^-1*x0*y2";
    private const string Decay = "dw = 2^-3*y0*x1 - 2^-3*x0*y1 - 2^-3*u2*w";

    public static Gen<Network> Any { get; } =
        Gen.Select(Gen.Int[12, 60], Gen.ULong, Gen.Double[0.1, 0.4], Gen.Int[1, 12], Gen.Int[1, 4]).Select(Build);

    /// <summary>A chip with cores of a few compartments that learns.</summary>
    public static ChipSpec.Spec.ChipSpec Chip(int compartments) => TestChip.WithCompartments(compartments) with
    {
        Learning = new LearningFormat { Rules = [LearningFormat.SumOfProducts], EpochTimesteps = LearningFormat.LongestEpoch },
    };

    public static Network Build(int size, ulong seed, double probability, int longestDelay, int epoch)
    {
        var neurons = new LoihiNeurons { CurrentDecay = [900], PotentialDecay = [300], ThresholdMantissa = [120], Refractory = [2] };
        return new NetworkBuilder("plastic")
            .AddSource("noise", [15], new PoissonSource([0.15]))
            .AddSource("reward", [2], new PoissonSource([0.05]))
            .AddPopulation("a", [size], neurons)
            .AddPopulation("b", [size / 2], neurons)
            .Connect("noise", "a", Random(15, size, 0.5, seed, longestDelay, 20, 120), unit: new IntegerWeights())
            .Connect("b", "a", Random(size / 2, size, probability, seed + 1, longestDelay, -100, 0), unit: new IntegerWeights())
            .Connect(Learning("rewarded", "a", "b", Random(size, size / 2, probability, seed + 2, longestDelay, 0, 120), Reward, epoch) with
            {
                Unit = new IntegerWeights(8, 0, SignMode.Excitatory),
            })
            .Connect(Learning("recurrent", "a", "a", Random(size, size, probability, seed + 3, longestDelay, -100, 100), Pair, epoch) with
            {
                Unit = new IntegerWeights(8, -1),
            })
            .Connect(Learning("input", "noise", "b", Random(15, size / 2, 0.6, seed + 4, longestDelay, 30, 120), Decay, 1))
            .Connect(new Projection
            {
                Name = "dopamine",
                Source = "reward",
                Target = "b",
                Connectivity = new AllToAll(2, size / 2, 60),
                Unit = new IntegerWeights(),
                ThirdFactor = new ThirdFactor(2, ThirdFactorMode.Impulse),
            })
            .Build();
    }

    private static Projection Learning(string name, string source, string target, Connectivity synapses, string rule, int epoch) => new()
    {
        Name = name,
        Source = source,
        Target = target,
        Connectivity = synapses,
        Unit = new IntegerWeights(),
        Plasticity = new Plasticity
        {
            Rule = LearningRule.Parse(rule),
            EpochTimesteps = epoch,
            X1 = new TraceParameters(40, 12),
            Y1 = new TraceParameters(44, 10),
            Y2 = new TraceParameters(20, 25),
        },
    };

    private static RandomConnectivity Random(int sources, int targets, double probability, ulong seed, int longestDelay, int least, int most) => new()
    {
        SourceCount = sources,
        TargetCount = targets,
        Probability = probability,
        Weight = new UniformInteger(least, most),
        Delay = new UniformInteger(1, longestDelay),
        Seed = seed,
    };
}
