using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>Random recurrent networks of Loihi 2: graded, resonating and current-based neurons that drive each other, with delays.</summary>
internal static class RandomGradedNetworks
{
    private const int Sources = 12;

    public static Gen<Network> Any { get; } = Gen.Select(Gen.Int[1, 30], Gen.ULong, Gen.Double[0.02, 0.2], Gen.Int[1, 20]).Select(Build);

    private static Network Build(int size, ulong seed, double probability, int longestDelay)
    {
        (string Name, NeuronParameters Neurons)[] populations =
        [
            ("coder", new Loihi2Neurons(Loihi2Models.SigmaDelta)
                .With("threshold", Spread(size, seed, 1, 60)).With("bias", Spread(size, seed, -20, 20)).With("relu", Spread(size, seed, 0, 1))
                .With("cumulativeError", Spread(size, seed + 1, 0, 1)).With("stateExponent", 3)),
            ("resonator", new Loihi2Neurons(Loihi2Models.ResonateAndFire)
                .With("sinDecay", Spread(size, seed, 500, 2400)).With("cosDecay", 3100).With("threshold", Spread(size, seed, 30, 300))
                .With("initialImaginary", Spread(size, seed, -500, 500))),
            ("spiking", new LoihiNeurons { CurrentDecay = [1024], PotentialDecay = [200], ThresholdMantissa = Spread(size, seed, 50, 400) }),
            ("zero", new Loihi2Neurons(Loihi2Models.ResonateAndFireZero)
                .With("sinDecay", 9000).With("cosDecay", 30_000).With("threshold", Spread(size, seed, 20, 90)).With("payloadBits", Spread(size, seed, 6, 12))),
            ("adaptive", new Loihi2Neurons(Loihi2Models.AdaptiveThresholdLif)
                .With("currentDecay", 2000).With("potentialDecay", 400).With("thresholdDecay", 300).With("refractoryDecay", 500)
                .With("threshold", Spread(size, seed, 40, 200)).With("thresholdStep", 20)),
            ("product", new Loihi2Neurons(Loihi2Models.Product).With("threshold", 10).With("exponent", 8).With("payloadBits", 8)),
        ];
        var builder = new NetworkBuilder("graded");
        builder.AddSource("noise", [Sources], new PoissonSource([0.2]));
        ulong number = 0;
        foreach ((string name, NeuronParameters neurons) in populations)
        {
            builder.AddPopulation(name, [size], neurons);
            Connect("noise", Sources, name, neurons.Receptors, 0.4, 120);
        }

        foreach ((string source, _) in populations)
        {
            foreach ((string target, NeuronParameters neurons) in populations)
            {
                Connect(source, size, target, neurons.Receptors, probability, 6);
            }
        }

        return builder.Output("spiking").Build();

        void Connect(string source, int sources, string target, int receptors, double density, int largest)
        {
            for (int receptor = 0; receptor < receptors; receptor++)
            {
                builder.Connect(
                    source, target,
                    new RandomConnectivity
                    {
                        SourceCount = sources,
                        TargetCount = size,
                        Probability = density,
                        Weight = new UniformInteger(-largest, largest),
                        Delay = new UniformInteger(1, longestDelay),
                        Seed = seed + ++number,
                    },
                    unit: new IntegerWeights(), receptor: receptor);
            }
        }
    }

    private static int[] Spread(int count, ulong seed, int min, int max) =>
        [.. Enumerable.Range(0, count).Select(i => min + (int)((seed + ((ulong)i * 2654435761)) % (ulong)(max - min + 1)))];
}
