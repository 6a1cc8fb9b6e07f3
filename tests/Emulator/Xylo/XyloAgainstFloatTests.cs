using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;

namespace Ganglion.Emulator.Tests.Xylo;

/// <summary>Networks in physical units do on Xylo what they do in floating point, within bounds.</summary>
public sealed class XyloAgainstFloatTests
{
    private const int Timesteps = 2000;
    private const ulong Seed = 3;

    [Theory]
    [InlineData(2, 8)]
    [InlineData(4, 16)]
    [InlineData(8, 32)]
    [InlineData(16, 64)]
    public void Time_constants_that_are_powers_of_two_give_the_same_spike_counts_but_for_a_few(double synapse, double membrane)
    {
        (long[] chip, long[] exact) = Count(NeuronFactory.CubaLif(synapse, membrane, 1, 1, resetMode: ResetMode.Subtract));

        Assert.All(chip.Zip(exact), pair => Assert.InRange(pair.First, pair.Second - 3, pair.Second + 3));
        Assert.InRange(chip.Sum(), exact.Sum() * 0.97, exact.Sum() * 1.03);
        Assert.True(exact.Sum() > 1000, $"Only {exact.Sum()} spikes; the comparison says nothing.");
    }

    [Fact]
    public void Input_without_a_synaptic_current_is_spread_over_a_few_timesteps_and_fires_somewhat_less()
    {
        (long[] chip, long[] exact) = Count(NeuronFactory.Lif(16, 1, 1, resetMode: ResetMode.Subtract));

        Assert.InRange(chip.Sum(), exact.Sum() * 0.9, exact.Sum() * 1.0);
    }

    /// <remarks>
    /// Every shift drops less than one unit. A synapse state gathers up to 2^dash of these, and the potential 2^dash of what it is fed; the
    /// weight itself is off by at most half a step.
    /// </remarks>
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 5)]
    [InlineData(5, 4)]
    public void Potential_below_the_threshold_is_that_of_the_network_up_to_rounding(int synapseDash, int membraneDash)
    {
        const double weight = 1;
        CurrentBasedNeurons neurons = NeuronFactory.CubaLif(1 << synapseDash, 1 << membraneDash, 1, 3, resetMode: ResetMode.Subtract);
        Network network = new NetworkBuilder("one")
            .AddSource("s", [1], new ListSource([.. Enumerable.Range(0, 60).Select(spike => spike * 3L)], new int[60]))
            .AddPopulation("n", [1], neurons)
            .Connect("s", "n", new OneToOne(weight))
            .Build();
        CompilationResult compiled = NetworkCompiler.Compile(network, Presets.Load("xylo-a2"));
        using var machine = new Machine(compiled.Image, Presets.Load("xylo-a2"));
        var reference = new ReferenceSimulation(network);
        double unit = compiled.Image.Populations[1].PotentialScale!.Value;
        double rounding = ((1 << synapseDash) + 1) * (1 << membraneDash) * unit;
        double largest = 0;
        for (int timestep = 1; timestep <= 400; timestep++)
        {
            machine.Run(1);
            reference.Step();
            double exact = reference.Potential("n")[0];
            largest = Math.Max(largest, exact);
            double tolerance = rounding + (compiled.Quantization.Projections[0].MaximumError / weight * largest);
            Assert.InRange(machine.Read("n", "v")[0] * unit, exact - tolerance, exact + tolerance);
        }

        Assert.InRange(largest, 0.2, 0.999);
    }

    /// <summary>Spikes of every neuron on the chip and in floating point.</summary>
    private static (long[] Chip, long[] Exact) Count(CurrentBasedNeurons neurons)
    {
        const int count = 50;
        Network network = new NetworkBuilder("random")
            .AddSource("ear", [16], new PoissonSource([0.06]))
            .AddPopulation("hidden", [count], neurons)
            .Connect("ear", "hidden", new RandomConnectivity { SourceCount = 16, TargetCount = count, Probability = 0.5, Weight = new Uniform(-2, 8), Seed = 5 })
            .Build();
        using var machine = new Machine(NetworkCompiler.Compile(network, Presets.Load("xylo-a2")).Image, Presets.Load("xylo-a2"), new MachineOptions { Seed = Seed });
        var reference = new ReferenceSimulation(network, Seed);
        long[] chip = new long[count];
        long[] exact = new long[count];
        for (int timestep = 1; timestep <= Timesteps; timestep++)
        {
            machine.Run(1);
            reference.Step();
            int[] spikes = machine.Read("hidden", "s");
            for (int neuron = 0; neuron < count; neuron++)
            {
                chip[neuron] += spikes[neuron];
            }

            foreach (int neuron in reference.Spikes("hidden"))
            {
                exact[neuron]++;
            }
        }

        return (chip, exact);
    }
}
