using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Bench;

/// <summary>A dense multi-layer network 784-512-256-10 with random weights, driven by random images in regular rate code.</summary>
internal static class PerceptronNetwork
{
    private const int TimestepsPerImage = 100;
    private const int Images = 200;
    private static readonly int[] Layers = [784, 512, 256, 10];

    /// <summary>Makes the network.</summary>
    /// <param name="seed">Seed of weights and images.</param>
    public static Network Build(ulong seed)
    {
        NetworkBuilder builder = new NetworkBuilder("mlp").AddSource("layer0", [Layers[0]], Input(seed));
        for (int layer = 1; layer < Layers.Length; layer++)
        {
            builder.AddPopulation($"layer{layer}", [Layers[layer]], NeuronFactory.IntegrateAndFire(threshold: 1.0))
                .Connect($"layer{layer - 1}", $"layer{layer}", new AllToAll(Layers[layer - 1], Layers[layer], Weights(seed, layer)));
        }

        return builder.Output($"layer{Layers.Length - 1}").Build();
    }

    /// <summary>Weights with a small positive mean, so that every layer keeps firing.</summary>
    private static double[] Weights(ulong seed, int layer)
    {
        var random = new CounterRandom(seed + (ulong)layer, RandomPurpose.Weight);
        int fanIn = Layers[layer - 1];
        double spread = 2 / Math.Sqrt(fanIn);
        double[] weights = new double[Layers[layer] * fanIn];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (spread * (random.DrawUnit((ulong)i) - 0.5)) + (1.0 / fanIn);
        }

        return weights;
    }

    /// <summary>A spike whenever the accumulated intensity passes a whole number; a third of the pixels is bright.</summary>
    private static ListSource Input(ulong seed)
    {
        var random = new CounterRandom(seed, RandomPurpose.Encoding);
        List<long> timesteps = [];
        List<int> neurons = [];
        for (int image = 0; image < Images; image++)
        {
            double[] intensity = [.. Enumerable.Range(0, Layers[0]).Select(pixel => Math.Max(0, (1.5 * random.DrawUnit((ulong)pixel, image)) - 1))];
            for (int step = 0; step < TimestepsPerImage; step++)
            {
                for (int pixel = 0; pixel < intensity.Length; pixel++)
                {
                    if (Math.Floor((step + 1) * intensity[pixel]) > Math.Floor(step * intensity[pixel]))
                    {
                        timesteps.Add((image * TimestepsPerImage) + step);
                        neurons.Add(pixel);
                    }
                }
            }
        }

        return new ListSource(timesteps, neurons);
    }
}
