using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;

namespace Ganglion.Compiler.Tests.Reference;

public sealed class ReferenceSimulationTests
{
    private static readonly CurrentBasedNeurons Counter = new() { Threshold = [double.PositiveInfinity] };

    [Fact]
    public void Threshold_is_strictly_greater()
    {
        ReferenceSimulation simulation = Driven(new CurrentBasedNeurons { Threshold = [2.0] }, weight: 1, [1, 2, 3]);

        Assert.Equal([0, 0, 1], SpikeCounts(simulation, 3));
    }

    [Fact]
    public void A_spike_resets_to_the_value_or_subtracts_the_threshold()
    {
        ReferenceSimulation toValue = Driven(new CurrentBasedNeurons { Threshold = [1.0], Reset = [-3.0] }, weight: 5, [1]);
        ReferenceSimulation subtract = Driven(new CurrentBasedNeurons { Threshold = [1.0], ResetMode = ResetMode.Subtract }, weight: 5, [1]);
        toValue.Step();
        subtract.Step();

        Assert.Equal(-3, toValue.Potential("n")[0]);
        Assert.Equal(4, subtract.Potential("n")[0]);
    }

    [Fact]
    public void The_potential_waits_during_the_refractory_period_while_the_current_goes_on()
    {
        var neurons = new CurrentBasedNeurons { CurrentDecay = [0.5], Threshold = [1.0], Refractory = [3] };
        ReferenceSimulation simulation = Driven(neurons, weight: 8, [1]);

        Assert.Equal([1, 0, 0, 0], SpikeCounts(simulation, 4));
        Assert.Equal(1, simulation.Current("n")[0]);
        Assert.Equal(1, simulation.Potential("n")[0]);
    }

    [Fact]
    public void A_refractory_period_of_one_lets_a_neuron_fire_in_every_timestep() => Assert.Equal(
        [1, 1, 1], SpikeCounts(new ReferenceSimulation(Alone(new CurrentBasedNeurons { Bias = [2.0], Threshold = [1.0] })), 3));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 6)]
    [InlineData(62, 67)]
    public void A_spike_acts_after_its_delay(int delay, int timestep)
    {
        ReferenceSimulation simulation = Driven(Counter, 1, [5], delay);
        var arrivals = new List<int>();
        for (int t = 1; t <= 70; t++)
        {
            double before = simulation.Potential("n")[0];
            simulation.Step();
            if (simulation.Potential("n")[0] != before)
            {
                arrivals.Add(t);
            }
        }

        Assert.Equal([timestep], arrivals);
    }

    [Fact]
    public void A_spike_of_timestep_0_acts_after_its_delay_and_neurons_do_not_move_in_it()
    {
        var neurons = new CurrentBasedNeurons { Bias = [10.0] };
        ReferenceSimulation simulation = Driven(neurons, 1, [0], delay: 1);

        simulation.Step();

        Assert.Equal(11, simulation.Potential("n")[0]);
    }

    [Fact]
    public void Populations_without_delay_between_them_fire_in_one_timestep_whatever_their_order()
    {
        var relay = new CurrentBasedNeurons { Threshold = [0.5] };
        Network network = new NetworkBuilder("chain").AddPopulation("c", [1], relay).AddPopulation("b", [1], relay).AddPopulation("a", [1], relay)
            .AddSource("in", [1], new ListSource([3], [0]))
            .Connect("b", "c", new OneToOne(1, delay: 0)).Connect("a", "b", new OneToOne(1, delay: 0)).Connect("in", "a", new OneToOne(1, delay: 0))
            .Build();
        var simulation = new ReferenceSimulation(network);

        for (int t = 1; t <= 3; t++)
        {
            Assert.Equal(0, simulation.Spikes("c").Length);
            simulation.Step();
        }

        Assert.Equal(1, simulation.Spikes("c").Length);
        Assert.Equal(3, simulation.SynapticEvents);
    }

    [Fact]
    public void A_cycle_without_delay_is_refused()
    {
        Network valid = new NetworkBuilder("loop").AddPopulation("a", [1], Counter).AddPopulation("b", [1], Counter).Build();
        Network loop = valid with { Projections = [Immediate("a", "b"), Immediate("b", "a")] };

        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => new ReferenceSimulation(loop));

        Assert.Contains("'a'", Assert.Single(refusal.Diagnostics).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_larger_than_memory_should_hold_is_refused_before_it_is_allocated()
    {
        Network network = new NetworkBuilder("large").AddPopulation("n", [50_000_000], Counter).Build();

        Assert.Equal("GAN2090", Assert.Single(Assert.Throws<InvalidInputException>(() => new ReferenceSimulation(network)).Diagnostics).Code);
    }

    [Fact]
    public void A_network_that_learns_is_refused()
    {
        Projection learning = new()
        {
            Name = "learning",
            Source = "a",
            Target = "a",
            Connectivity = new OneToOne(1),
            Plasticity = LearningPresets.PairStdp.Create(),
        };
        Projection reward = learning with { Name = "reward", Plasticity = null, ThirdFactor = new ThirdFactor(2), Unit = new IntegerWeights() };
        Network network = new NetworkBuilder("n").AddPopulation("a", [1], Counter).Connect(learning).Connect(reward).Build();
        Assert.Equal(
            [("GAN2092", "projection 'learning'"), ("GAN2092", "projection 'reward'")],
            Assert.Throws<InvalidInputException>(() => new ReferenceSimulation(network)).Diagnostics.Select(finding => (finding.Code, finding.Location.Path!)));
    }

    [Fact]
    public void Poisson_sources_fire_by_the_draw_of_their_logical_id_and_timestep()
    {
        double[] probability = [0.0, 0.3, 1.0];
        Network network = new NetworkBuilder("poisson").AddPopulation("n", [4], Counter).AddSource("in", [3], new PoissonSource(probability)).Build();
        var simulation = new ReferenceSimulation(network, seed: 9);
        var random = new CounterRandom(9, RandomPurpose.Source);

        for (int t = 1; t <= 100; t++)
        {
            simulation.Step();

            Assert.Equal(Enumerable.Range(0, 3).Where(n => random.DrawUnit((ulong)(4 + n), t) < probability[n]), simulation.Spikes("in").ToArray());
        }
    }

    [Fact]
    public void Loihi_registers_are_read_as_real_numbers()
    {
        var neurons = new LoihiNeurons
        {
            CurrentDecay = [2048],
            PotentialDecay = [1024],
            ThresholdMantissa = [10],
            BiasMantissa = [3],
            BiasExponent = [6],
            InitialCurrent = [100],
            InitialPotential = [-40],
        };
        Network network = new NetworkBuilder("loihi").AddSource("in", [1], new ListSource([1], [0])).AddPopulation("n", [1], neurons)
            .Connect("in", "n", new OneToOne(2, delay: 1), unit: new IntegerWeights(Exponent: 1)).Build();
        var simulation = new ReferenceSimulation(network);

        simulation.Step();
        Assert.Equal(50, simulation.Current("n")[0]);
        Assert.Equal((-40 * 0.75) + 50 + 192, simulation.Potential("n")[0]);

        simulation.Step();
        Assert.Equal(25 + 256, simulation.Current("n")[0]);
        Assert.Equal((212 * 0.75) + 281 + 192, simulation.Potential("n")[0]);

        simulation.Step();
        Assert.Equal(1, simulation.Spikes("n").Length);
        Assert.Equal(0, simulation.Potential("n")[0]);
    }

    [Fact]
    public void Loihi_potentials_stop_at_their_limits()
    {
        var neurons = new LoihiNeurons { BiasMantissa = [-4096], BiasExponent = [7], MinimumExponent = [10], ThresholdMantissa = [131_071] };
        var simulation = new ReferenceSimulation(Alone(neurons));

        simulation.Step();

        Assert.Equal(-1023, simulation.Potential("n")[0]);
    }

    [Fact]
    public void A_second_run_after_a_reset_is_the_same() => Gen.ULong.Sample(
        seed =>
        {
            var neurons = new CurrentBasedNeurons { CurrentDecay = [0.5], PotentialDecay = [0.9], Threshold = [1.0], InitialPotential = [0.3] };
            Network network = new NetworkBuilder("random").AddSource("in", [20], new PoissonSource([0.2])).AddPopulation("n", [30], neurons)
                .Connect("in", "n", Random(20, 30, seed)).Connect("n", "n", Random(30, 30, seed + 1)).Build();
            var simulation = new ReferenceSimulation(network, seed);

            string first = Trace(simulation);
            simulation.Reset();

            Assert.Equal(first, Trace(simulation));
        },
        iter: 20);

    [Fact]
    public void Only_sources_are_fed_and_only_with_their_neurons()
    {
        ReferenceSimulation simulation = Driven(Counter, 1, []);

        Assert.Throws<ArgumentException>(() => simulation.Feed("n", new ListSource([1], [0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.Feed("in", new ListSource([1], [1])));
    }

    private static RandomConnectivity Random(int sources, int targets, ulong seed) => new()
    {
        SourceCount = sources,
        TargetCount = targets,
        Probability = 0.3,
        Weight = new Uniform(-0.5, 1),
        Delay = new Uniform(1, 9),
        Seed = seed,
    };

    private static string Trace(ReferenceSimulation simulation)
    {
        var trace = new List<string>();
        for (int t = 0; t < 50; t++)
        {
            simulation.Step();
            trace.Add(string.Join(' ', simulation.Spikes("n").ToArray()));
        }

        Assert.Contains(trace, spikes => spikes.Length > 0);
        return string.Join('\n', trace) + simulation.Potential("n")[0];
    }

    private static Projection Immediate(string source, string target) => new()
    {
        Name = $"{source}{target}",
        Source = source,
        Target = target,
        Connectivity = new OneToOne(1, delay: 0),
    };

    private static Network Alone(NeuronParameters neurons) => new NetworkBuilder("alone").AddPopulation("n", [1], neurons).Build();

    private static ReferenceSimulation Driven(CurrentBasedNeurons neurons, double weight, long[] timesteps, int delay = 0) => new(
        new NetworkBuilder("driven").AddSource("in", [1], new ListSource(timesteps, new int[timesteps.Length])).AddPopulation("n", [1], neurons)
            .Connect("in", "n", new OneToOne(weight, delay)).Build());

    private static int[] SpikeCounts(ReferenceSimulation simulation, int timesteps)
    {
        var counts = new int[timesteps];
        for (int t = 0; t < timesteps; t++)
        {
            simulation.Step();
            counts[t] = simulation.Spikes("n").Length;
        }

        return counts;
    }
}
