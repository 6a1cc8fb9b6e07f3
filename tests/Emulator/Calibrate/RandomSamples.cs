using CsCheck;
using Ganglion.Compiler.Calibrate;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Calibrate;

/// <summary>Random networks in physical units with one external source, and spikes for them.</summary>
internal static class RandomSamples
{
    public const string Source = "input";
    private const int Sources = 8;
    private const int Timesteps = 60;

    public static Gen<(Network Network, CalibrationSample[] Samples)> Any { get; } = Gen.Select(
        Gen.Int[1, 3], Gen.Int[1, 12], Gen.ULong, Gen.Double[0.0, 0.9], Gen.Double[0.0, 0.05], Gen.Int[0, 2], Gen.Int[1, 3])
        .Select((layers, size, seed, decay, bias, longestDelay, samples) => (
            Build(layers, size, seed, decay, bias, longestDelay),
            Enumerable.Range(0, samples).Select(sample => Sample(seed + (ulong)sample)).ToArray()));

    private static Network Build(int layers, int size, ulong seed, double decay, double bias, int longestDelay)
    {
        var builder = new NetworkBuilder("random");
        builder.AddSource(Source, [Sources], new ExternalSource());
        for (int layer = 0; layer < layers; layer++)
        {
            string name = $"layer{layer}";
            builder.AddPopulation(name, [size], new CurrentBasedNeurons
            {
                CurrentDecay = [decay * 0.9],
                PotentialDecay = [0.5 + (decay / 2)],
                Threshold = [1.0],
                Bias = [bias],
                Refractory = [1 + (int)(seed % 2)],
            });
            Connect(builder, layer == 0 ? Source : $"layer{layer - 1}", layer == 0 ? Sources : size, name, size, 0, longestDelay, seed + (ulong)layer);
            Connect(builder, name, size, name, size, 1, 1 + longestDelay, seed + 100 + (ulong)layer);
        }

        return builder.Output($"layer{layers - 1}").Build();
    }

    private static void Connect(NetworkBuilder builder, string source, int sources, string target, int targets, int shortest, int longest, ulong seed) =>
        builder.Connect(source, target, new RandomConnectivity
        {
            SourceCount = sources,
            TargetCount = targets,
            Probability = 0.7,
            Weight = new Uniform(-0.6, 0.9),
            Delay = new UniformInteger(shortest, longest),
            Seed = seed,
        });

    private static CalibrationSample Sample(ulong seed)
    {
        List<long> timesteps = [];
        List<int> neurons = [];
        ulong state = seed;
        for (int timestep = 1; timestep <= Timesteps; timestep++)
        {
            for (int neuron = 0; neuron < Sources; neuron++)
            {
                state = (state * 6364136223846793005) + 1442695040888963407;
                if (state >> 61 == 0)
                {
                    timesteps.Add(timestep);
                    neurons.Add(neuron);
                }
            }
        }

        return new CalibrationSample
        {
            Input = new Dictionary<string, ListSource>(StringComparer.Ordinal) { [Source] = new(timesteps, neurons) },
            Timesteps = Timesteps,
        };
    }
}
