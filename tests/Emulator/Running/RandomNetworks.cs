using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>Random recurrent networks with delays, refractory periods, biases and all kinds of sources.</summary>
internal static class RandomNetworks
{
    public static Gen<Network> Any { get; } = Gen.Select(
        Gen.Int[1, 4], Gen.Int[1, 45], Gen.ULong, Gen.Double[0.01, 0.3], Gen.Int[1, 40], Gen.Int[0, 3]).Select(Build);

    private static Network Build(int populations, int size, ulong seed, double probability, int longestDelay, int bias)
    {
        var builder = new NetworkBuilder("random");
        builder.AddSource("noise", [12], new PoissonSource([0.15]));
        builder.AddSource("list", [5], new ListSource([0, 0, 3, 3, 3, 100, 280], [1, 1, 0, 2, 4, 3, 0]));
        for (int p = 0; p < populations; p++)
        {
            builder.AddPopulation($"p{p}", [size + p], Neurons(size + p, seed + (ulong)p, bias));
            Connect(builder, "noise", 12, $"p{p}", size + p, 0.5, seed + 100 + (ulong)p, longestDelay);
            Connect(builder, "list", 5, $"p{p}", size + p, 0.7, seed + 200 + (ulong)p, longestDelay);
            for (int q = 0; q <= p; q++)
            {
                Connect(builder, $"p{p}", size + p, $"p{q}", size + q, probability, seed + 300 + (ulong)((p * 10) + q), longestDelay);
            }
        }

        return builder.Output("p0").Build();
    }

    private static void Connect(
        NetworkBuilder builder, string source, int sources, string target, int targets, double probability, ulong seed, int longestDelay) =>
        builder.Connect(
            source, target,
            new RandomConnectivity
            {
                SourceCount = sources,
                TargetCount = targets,
                Probability = probability,
                Weight = new UniformInteger(-120, 130),
                Delay = new UniformInteger(1, longestDelay),
                Seed = seed,
            },
            unit: new IntegerWeights());

    private static LoihiNeurons Neurons(int count, ulong seed, int bias)
    {
        int[] spread = [.. Enumerable.Range(0, count).Select(i => (int)((seed + ((ulong)i * 2654435761)) % 1000))];
        return new LoihiNeurons
        {
            CurrentDecay = [.. spread.Select(s => 400 + (3 * s))],
            PotentialDecay = [.. spread.Select(s => 100 + s)],
            ThresholdMantissa = [.. spread.Select(s => 60 + (s / 5))],
            Refractory = [.. spread.Select(s => 1 + (s % 4))],
            BiasMantissa = [.. spread.Select(s => bias * (s % 3) * 40)],
            InitialPotential = [.. spread.Select(s => s * 4)],
        };
    }
}
