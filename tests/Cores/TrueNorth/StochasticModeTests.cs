using Ganglion.ChipSpec.Image;
using Ganglion.Cores.TrueNorth;

namespace Ganglion.Cores.Tests.TrueNorth;

/// <summary>The chip's generator is not public; what can be checked of the stochastic modes is their distribution.</summary>
public sealed class StochasticModeTests
{
    private const int Ticks = 4000;
    private const int Neurons = 64;
    private const double Trials = (double)Ticks * Neurons;

    [Theory]
    [InlineData(1, 2.0 / 256)]
    [InlineData(127, 0.5)]
    [InlineData(-63, 0.25)]
    [InlineData(255, 1.0)]
    [InlineData(-256, 1.0)]
    [InlineData(0, 0.0)]
    public void A_stochastic_synapse_adds_its_sign_with_a_probability_that_grows_with_its_weight(int weight, double probability)
    {
        CrossbarCore core = Core(axons: 1, ("weight0", weight), ("stochasticTypes", 1));

        AssertNear(probability * Math.Sign(weight), Drift(core, axons: 1), probability);
    }

    [Fact]
    public void Stochastic_synapses_of_a_neuron_draw_independently()
    {
        // Of two synapses with probability 1/2, both act in a quarter of the timesteps; were they one draw, it would be half of them.
        CrossbarCore core = Core(axons: 2, ("weight0", 127), ("stochasticTypes", 1), ("threshold", 1), ("leak", -1), ("leakReversal", 1));
        double both = Rate(core, axons: 2);

        AssertNear(0.25, both, 0.25);
    }

    [Fact]
    public void Types_that_are_not_stochastic_add_their_weight()
    {
        CrossbarCore core = Core(axons: 1, ("weight0", 127), ("stochasticTypes", 2));

        Assert.Equal(127.0, Drift(core, axons: 1));
    }

    [Theory]
    [InlineData(63, 0.25)]
    [InlineData(-127, 0.5)]
    [InlineData(255, 1.0)]
    public void A_stochastic_leak_adds_its_sign_with_a_probability_that_grows_with_the_leak(int leak, double probability) =>
        AssertNear(probability * Math.Sign(leak), Drift(Core(0, ("leak", leak), ("stochasticLeak", 1)), axons: 0), probability);

    [Fact]
    public void A_stochastic_leak_with_reversal_grows_away_from_zero()
    {
        CrossbarCore core = Core(0, ("leak", 127), ("stochasticLeak", 1), ("leakReversal", 1), ("v", -5));

        AssertNear(-0.5, Drift(core, axons: 0, start: -5), 0.5);
    }

    [Theory]
    [InlineData(3, 10, 1.0 / 4)]
    [InlineData(3, 13, 1.0)]
    [InlineData(255, 100, 101.0 / 256)]
    [InlineData(0b1010, 10, 0.5)]
    public void A_stochastic_threshold_gains_a_uniform_number_under_its_mask(int mask, int v, double probability)
    {
        // The threshold is 10 for narrow masks and 0 for the wide one, so that v reaches it in a known share of the draws.
        int threshold = mask == 255 ? 0 : mask == 3 ? 10 : 8;
        CrossbarCore core = Core(0, ("threshold", threshold), ("thresholdMask", mask), ("v", v), ("resetMode", 2), ("negativeThreshold", -262_143));

        AssertNear(probability, Rate(core, axons: 0), probability);
    }

    [Fact]
    public void Draws_follow_the_seed_and_the_logical_id_alone()
    {
        string Run(ulong seed, int[] ids)
        {
            CrossbarCore core = new(CoreImages.Of(ids.Length, Memory(0, ids.Length), ("leak", [100]), ("stochasticLeak", [1]), ("threshold", [7]), ("logicalId", ids))) { Seed = seed };
            List<string> fired = [];
            for (int tick = 1; tick <= 100; tick++)
            {
                core.Update(tick);
                fired.AddRange(core.Spikes.ToArray().Select(compartment => $"{tick}:{ids[compartment]}").Order(StringComparer.Ordinal));
            }

            return string.Join(' ', fired);
        }

        Assert.Equal(Run(1, [4, 5, 6]), Run(1, [6, 4, 5]));
        Assert.NotEqual(Run(1, [4, 5, 6]), Run(2, [4, 5, 6]));
    }

    private static CrossbarCore Core(int axons, params (string Name, int Value)[] columns)
    {
        (string, int[])[] all = [.. columns.Select(column => (column.Name, new[] { column.Value })), ("logicalId", [.. Enumerable.Range(100, Neurons)])];
        bool hasThreshold = columns.Any(column => column.Name == "threshold");
        return new CrossbarCore(CoreImages.Of(Neurons, Memory(axons, Neurons), hasThreshold ? all : [.. all, ("threshold", [1 << 30]), ("negativeThreshold", [-(1 << 30)])])) { Seed = 11 };
    }

    private static SynapseMemory Memory(int axons, int neurons) =>
        CoreImages.Sparse(64, 16, [.. Enumerable.Range(0, axons).Select(_ => Enumerable.Range(0, neurons).Select(i => (i, 0, (short)0)).ToArray())]);

    /// <summary>Mean change of the potential per timestep.</summary>
    private static double Drift(CrossbarCore core, int axons, int start = 0)
    {
        Run(core, axons);
        return core.Table["v"].AsSpan(0, Neurons).ToArray().Sum(v => (double)v - start) / Trials;
    }

    /// <summary>Spikes per neuron and timestep.</summary>
    private static double Rate(CrossbarCore core, int axons)
    {
        Run(core, axons);
        return core.Counters.Spikes / Trials;
    }

    private static void Run(CrossbarCore core, int axons)
    {
        AxonEvent[] events = [.. Enumerable.Range(0, axons).Select(axon => new AxonEvent(axon))];
        for (int tick = 1; tick <= Ticks; tick++)
        {
            core.Deliver(tick - 1, events);
            core.Update(tick);
        }
    }

    /// <summary>Within five standard deviations of the binomial distribution.</summary>
    private static void AssertNear(double expected, double measured, double probability)
    {
        double deviation = Math.Sqrt(probability * (1 - probability) / Trials);
        Assert.InRange(measured, expected - (5 * deviation) - 1e-12, expected + (5 * deviation) + 1e-12);
    }
}
