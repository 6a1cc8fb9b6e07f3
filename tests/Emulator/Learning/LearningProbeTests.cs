using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Learning;

public sealed class LearningProbeTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = PlasticNetworks.Chip(16);
    private static readonly ChipImage Image = NetworkCompiler.Compile(PlasticNetworks.Build(40, 5, 0.3, 6, 2), Chip).Image;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 7)]
    public void Sampled_synapses_are_those_of_each_moment(int workers, int every)
    {
        const int timesteps = 300;
        Samples weights = new(), tags = new(), delays = new();
        using var probed = new Machine(Image, Chip, new MachineOptions { Workers = workers });
        probed.Attach("rewarded", RuleVariable.Weight, every, weights);
        probed.Attach("rewarded", RuleVariable.Tag, every, tags);
        probed.Attach("recurrent", RuleVariable.Delay, every, delays);
        probed.Run(timesteps);

        using var stepped = new Machine(Image, Chip);
        for (int sample = 0; sample < timesteps / every; sample++)
        {
            stepped.Run(every);
            Assert.Equal((sample + 1) * every, weights.Timesteps[sample]);
            Assert.Equal(stepped.PlasticSynapses("rewarded").Select(synapse => (int)synapse.Weight), weights.Rows[sample]);
            Assert.Equal(stepped.PlasticSynapses("rewarded").Select(synapse => (int)synapse.Tag), tags.Rows[sample]);
            Assert.Equal(stepped.PlasticSynapses("recurrent").Select(synapse => (int)synapse.Delay), delays.Rows[sample]);
        }

        Assert.NotEqual(weights.Rows[0], weights.Rows[^1]);
        Assert.Equal(timesteps / every, delays.Rows.Count);
    }

    [Fact]
    public void Probes_change_nothing()
    {
        var options = new MachineOptions { Seed = 4, Workers = 2 };
        Outcome plain = Outcome.Of(Image, Chip, options, 300);
        using var machine = new Machine(Image, Chip, options);
        foreach (RuleVariable variable in (RuleVariable[])[RuleVariable.Weight, RuleVariable.X1, RuleVariable.X2, RuleVariable.Y1, RuleVariable.Y2, RuleVariable.Y3])
        {
            machine.Attach("rewarded", variable, 1, new Samples());
        }

        Assert.Equal(plain, Outcome.Of(machine, 300));
    }

    [Fact]
    public void Traces_do_not_depend_on_the_placement()
    {
        RuleVariable[] traces = [RuleVariable.X1, RuleVariable.Y1, RuleVariable.Y2];
        Samples[] first = Traces(16, 2);
        Samples[] second = Traces(1024, 1);

        for (int i = 0; i < traces.Length; i++)
        {
            Assert.Equal(first[i].Rows, second[i].Rows);
            Assert.True(first[i].Rows.SelectMany(row => row).Count(value => value > 0) > 300, $"{traces[i]} says nothing.");
        }

        Samples[] Traces(int compartments, int workers)
        {
            ChipSpec.Spec.ChipSpec chip = PlasticNetworks.Chip(compartments);
            Samples[] samples = [.. traces.Select(_ => new Samples())];
            using var machine = new Machine(
                NetworkCompiler.Compile(PlasticNetworks.Build(40, 5, 0.3, 6, 2), chip).Image, chip, new MachineOptions { Workers = workers });
            for (int i = 0; i < traces.Length; i++)
            {
                machine.Attach("rewarded", traces[i], 1, samples[i]);
            }

            machine.Run(300);
            return samples;
        }
    }

    [Fact]
    public void A_trace_that_forgets_shows_the_spikes_of_its_timestep()
    {
        Network network = new NetworkBuilder("forgetful")
            .AddSource("in", [3], new ListSource([1, 2, 2, 5], [0, 0, 2, 1]))
            .AddPopulation("out", [2], new LoihiNeurons { ThresholdMantissa = [1000] })
            .Connect(new Projection
            {
                Name = "learning",
                Source = "in",
                Target = "out",
                Connectivity = new AllToAll(3, 2, 1),
                Unit = new IntegerWeights(),
                Plasticity = new Plasticity { Rule = LearningRule.Parse("dw = 2^-7*y0*x1"), X1 = new TraceParameters(40, 0) },
            })
            .Build();
        var samples = new Samples();
        using var machine = new Machine(NetworkCompiler.Compile(network, Chip).Image, Chip);
        machine.Attach("learning", RuleVariable.X1, 1, samples);

        machine.Run(6);

        Assert.Equal([[40, 0, 0], [40, 0, 40], [0, 0, 0], [0, 0, 0], [0, 40, 0], [0, 0, 0]], samples.Rows);
    }

    [Fact]
    public void What_cannot_be_sampled_is_refused()
    {
        using var machine = new Machine(Image, Chip);

        Assert.Throws<ArgumentException>(() => machine.Attach("a", RuleVariable.Weight, 1, new Samples()));
        Assert.Throws<ArgumentException>(() => machine.Attach("rewarded", RuleVariable.X0, 1, new Samples()));
        Assert.Throws<ArgumentOutOfRangeException>(() => machine.Attach("rewarded", RuleVariable.Weight, 0, new Samples()));
    }

    private sealed class Samples : IProbeSink
    {
        public List<int[]> Rows { get; } = [];

        public List<long> Timesteps { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values)
        {
            Timesteps.Add(timestep);
            Rows.Add([.. values]);
        }
    }
}
