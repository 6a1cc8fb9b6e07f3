using CsCheck;
using Ganglion.ChipSpec.Randomness;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.TrueNorth;

/// <summary>Random recurrent networks in the registers of TrueNorth, with all modes.</summary>
internal static class CrossbarNetworks
{
    private const int Inputs = 12;

    /// <summary>Networks with random synapses, leaks and thresholds too.</summary>
    public static Gen<Network> Any { get; } = Generate(isStochastic: true);

    /// <summary>Networks without draws.</summary>
    public static Gen<Network> Deterministic { get; } = Generate(isStochastic: false);

    /// <summary>One of them, with three populations.</summary>
    public static Network Sample { get; } = Build(populations: 3, size: 30, seed: 5, density: 6, isStochastic: true);

    /// <summary>TrueNorth with smaller cores.</summary>
    public static ChipSpec.Spec.ChipSpec Chip(int compartments)
    {
        ChipSpec.Spec.ChipSpec chip = Presets.Load("truenorth");
        return chip with { Core = chip.Core with { Compartments = compartments, OutAxons = compartments } };
    }

    private static Gen<Network> Generate(bool isStochastic) => Gen.Select(Gen.Int[1, 3], Gen.Int[1, 40], Gen.ULong, Gen.Int[1, 12])
        .Select((populations, size, seed, density) => Build(populations, size, seed, density, isStochastic));

    private static Network Build(int populations, int size, ulong seed, int density, bool isStochastic)
    {
        var random = new CounterRandom(seed, RandomPurpose.Connection);
        ulong draws = 0;
        int Draw(int minimum, int maximum) => minimum + (int)(random.Draw(draws++) % (uint)(maximum - minimum + 1));
        int[] Column(int count, int minimum, int maximum) => [.. Enumerable.Range(0, count).Select(_ => Draw(minimum, maximum))];

        var builder = new NetworkBuilder("random");
        builder.AddSource("noise", [Inputs], new PoissonSource([0.3]));
        List<(string Name, int Count)> sources = [("noise", Inputs)];
        List<(string Name, TrueNorthNeurons Neurons, int Count)> targets = [];
        for (int p = 0; p < populations; p++)
        {
            int count = size + p;
            TrueNorthNeurons neurons = new()
            {
                Weight0 = Column(count, 1, 12),
                Weight1 = Column(count, -9, -1),
                Weight2 = Column(count, 20, 200),
                Weight3 = Column(count, -120, 120),
                StochasticTypes = isStochastic ? Column(count, 0, 15) : [0],
                Leak = Column(count, -4, 3),
                StochasticLeak = isStochastic ? Column(count, 0, 1) : [0],
                LeakReversal = Column(count, 0, 1),
                Threshold = Column(count, 5, 60),
                ThresholdMask = isStochastic ? Column(count, 0, 15) : [0],
                NegativeThreshold = Column(count, -50, 0),
                NegativeSaturates = Column(count, 0, 1),
                Reset = Column(count, -5, 4),
                ResetMode = [.. Column(count, 0, 5).Select(mode => mode == 5 ? 2 : mode % 2)],
                InitialPotential = Column(count, -20, 20),
            };
            builder.AddPopulation($"p{p}", [count], neurons);
            targets.Add(($"p{p}", neurons, count));
            sources.Add(($"p{p}", count));
        }

        foreach ((string source, int sourceCount) in sources)
        {
            foreach ((string target, TrueNorthNeurons neurons, int count) in targets)
            {
                IReadOnlyList<int>[] weights = [neurons.Weight0, neurons.Weight1, neurons.Weight2, neurons.Weight3];
                var synapses = new List<(int, Synapse)>();
                for (int i = 0; i < sourceCount; i++)
                {
                    // Most sources have one type and one delay; a few would need several axons.
                    int type = Draw(0, 3);
                    int delay = Draw(1, 15);
                    for (int j = 0; j < count; j++)
                    {
                        if (Draw(0, 24) < density)
                        {
                            int own = Draw(0, 60) == 0 ? Draw(0, 3) : type;
                            synapses.Add((i, new Synapse(j, weights[own][j], Draw(0, 60) == 0 ? Draw(1, 15) : delay)));
                        }
                    }
                }

                if (synapses.Count > 0)
                {
                    builder.Connect(source, target, Explicit.FromSynapses(sourceCount, synapses), unit: new IntegerWeights());
                }
            }
        }

        return builder.Output("p0").Build();
    }
}
