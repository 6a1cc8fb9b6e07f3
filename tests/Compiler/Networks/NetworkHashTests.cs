using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class NetworkHashTests
{
    private static readonly CurrentBasedNeurons Lif = NeuronFactory.Lif(0.02, 0.001, 1.0);

    private static readonly RandomConnectivity Random = new()
    {
        SourceCount = 2,
        TargetCount = 3,
        Probability = 0.5,
        Weight = new Constant(1),
    };

    [Fact]
    public void Equal_descriptions_have_equal_hashes() => Assert.Equal(NetworkHash.Compute(Build(Lif)), NetworkHash.Compute(Build(Lif)));

    [Fact]
    public void Every_difference_changes_the_hash()
    {
        Network[] variants =
        [
            Build(Lif),
            Build(Lif with { Threshold = [2.0] }),
            Build(Lif with { Refractory = [2] }),
            Build(Lif with { ResetMode = ResetMode.Subtract }),
            Build(new LoihiNeurons()),
            Build(new LoihiNeurons { BiasExponent = [3] }),
            Build(Lif, cores: [1, 2, 3]),
            Build(Lif, source: new PoissonSource([0.5])),
            Build(Lif, source: new ListSource([1], [0])),
            Build(Lif, source: new ListSource([2], [0])),
            Build(Lif, Random with { Seed = 1 }),
            Build(Lif, Random with { Probability = 0.6 }),
            Build(Lif, Random with { AllowSelf = false }),
            Build(Lif, Random with { Weight = new Uniform(1, 1) }),
            Build(Lif, Random with { Delay = new Constant(2) }),
            Build(Lif, new AllToAll(2, 3, 1)),
            Build(Lif, new AllToAll(2, 3, 1, 2)),
            Build(Lif, new AllToAll(2, 3, [1, 1, 1, 1, 1, 2])),
            Build(Lif, Explicit.FromSynapses(2, [])),
            Build(Lif, Explicit.FromSynapses(2, [(0, new Synapse(0, 1, 1))])),
            Build(Lif, Explicit.FromSynapses(2, [(1, new Synapse(0, 1, 1))])),
            Build(Lif, new Convolution([1, 2], [3, 1, 2], [1, 2, 3, 4, 5, 6])),
            Build(Lif, new Convolution([1, 2], [3, 1, 2], [1, 2, 3, 4, 5, 7])),
            Build(Lif, new Composed([new AllToAll(2, 1, 1), new AllToAll(1, 3, 1)], [[1]])),
            Build(Lif, unit: new IntegerWeights()),
            Build(Lif, unit: new IntegerWeights(8, 1)),
            Build(Lif, unit: new IntegerWeights(8, 0, SignMode.Excitatory)),
            Build(Lif, encoding: RowForm.Dense),
            Build(Lif) with { Projections = [Build(Lif).Projections[0] with { Receptor = 1 }] },
            Build(Lif) with { Name = "other" },
            Build(Lif) with { TimestepSeconds = 1 },
            Build(Lif) with { Outputs = [] },
        ];
        Assert.Equal(variants.Length, variants.Select(NetworkHash.Compute).Distinct().Count());
    }

    [Fact]
    public void The_hash_is_32_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{32}$", NetworkHash.Compute(Build(Lif)));

    private static Network Build(
        NeuronParameters neurons,
        Connectivity? connectivity = null,
        int[]? cores = null,
        SpikeSource? source = null,
        WeightUnit? unit = null,
        RowForm? encoding = null) =>
        new NetworkBuilder("n")
            .AddSource("s", [2], source ?? new ExternalSource())
            .AddPopulation("a", [3], neurons, cores)
            .Connect("s", "a", connectivity ?? Random, unit: unit, encoding: encoding)
            .Output("a")
            .Build();
}
