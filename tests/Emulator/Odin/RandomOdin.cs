using CsCheck;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Odin;

/// <summary>Random networks of ODIN neurons that learn: excitatory and inhibitory sources, and synapses between neurons in some.</summary>
internal static class RandomOdin
{
    public const int Timesteps = 60;

    public static Gen<Network> Any { get; } = Gen.Select(Gen.Int[1, 60], Gen.Int[1, 20], Gen.ULong, Gen.Bool).Select(Build);

    private static Network Build(int neurons, int sources, ulong seed, bool isRecurrent)
    {
        var builder = new NetworkBuilder("random");
        var random = new CounterRandom(seed, RandomPurpose.Placement);
        builder.AddSource("excitatory", [sources], List(sources, 0.3, seed + 1));
        builder.AddSource("inhibitory", [sources], List(sources, 0.1, seed + 2));
        builder.AddPopulation("neurons", [neurons], new OdinNeurons
        {
            Leak = Values(0, 0, 3),
            Threshold = Values(1, 8, 40),
            CalciumEnabled = Values(2, 0, 1),
            LearningPotential = Values(3, 0, 12),
            CalciumLow = Values(4, 0, 1),
            CalciumMiddle = Values(5, 1, 4),
            CalciumHigh = Values(6, 2, 7),
            CalciumPeriod = Values(7, 1, 6),
            InitialPotential = Values(8, 0, 7),
        });
        Connect("excitatory", sources, 0, 7, seed + 3, 0.6);
        Connect("inhibitory", sources, -7, 0, seed + 4, 0.6);
        if (isRecurrent)
        {
            Connect("neurons", neurons, 0, 3, seed + 5, 2.0 / neurons);
        }

        return builder.Output("neurons").Build();

        int[] Values(ulong register, int min, int max) =>
            [.. Enumerable.Range(0, neurons).Select(i => min + (int)(random.Draw((register * 1000) + (ulong)i) % (ulong)(max - min + 1)))];

        void Connect(string source, int count, int min, int max, ulong projection, double probability) => builder.Connect(
            source, "neurons",
            new RandomConnectivity
            {
                SourceCount = count,
                TargetCount = neurons,
                Probability = Math.Min(probability, 1),
                Weight = new UniformInteger(min, max),
                Seed = projection,
            },
            unit: new IntegerWeights(Sign: min < 0 ? SignMode.Inhibitory : SignMode.Excitatory));
    }

    private static ListSource List(int sources, double probability, ulong seed)
    {
        var random = new CounterRandom(seed, RandomPurpose.Placement);
        (long Timestep, int Neuron)[] spikes =
        [
            .. from timestep in Enumerable.Range(0, Timesteps)
               from neuron in Enumerable.Range(0, sources)
               where random.Draw(((ulong)timestep * 1000) + (ulong)neuron) < probability * ulong.MaxValue
               select ((long)timestep, neuron),
        ];
        return new ListSource([.. spikes.Select(spike => spike.Timestep)], [.. spikes.Select(spike => spike.Neuron)]);
    }
}
