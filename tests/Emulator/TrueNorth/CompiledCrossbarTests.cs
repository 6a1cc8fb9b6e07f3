using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Randomness;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.TrueNorth;

/// <summary>Compiled networks do on crossbars what their description says, whatever was divided, copied or fitted on the way.</summary>
public sealed class CompiledCrossbarTests
{
    private const int Timesteps = 100;

    [Fact]
    public void Networks_in_registers_run_as_described()
    {
        long spikes = 0;
        CrossbarNetworks.Deterministic.Select(Gen.ULong, Gen.Int[160, 256]).Sample(
            (network, seed, compartments) => Interlocked.Add(ref spikes, CompareWithOracle(network, seed, compartments)), iter: 25);

        Assert.True(spikes > 10_000, $"Only {spikes} spikes in all networks; the comparison says nothing.");
    }

    [Fact]
    public void Integrate_and_fire_networks_with_few_weights_run_as_in_floating_point()
    {
        long spikes = 0;
        Gen.Select(Gen.ULong, Gen.Int[1, 64], Gen.Int[1, 60], Gen.Int[-6, 4]).Sample(
            (seed, sources, neurons, exponent) => Interlocked.Add(ref spikes, CompareWithReference(seed, sources, neurons, Math.ScaleB(3, exponent))), iter: 25);

        Assert.True(spikes > 5_000, $"Only {spikes} spikes in all networks; the comparison says nothing.");
    }

    private static int CompareWithOracle(Network network, ulong seed, int compartments)
    {
        ChipSpec.Spec.ChipSpec chip = CrossbarNetworks.Chip(compartments);
        using var machine = new Machine(NetworkCompiler.Compile(network, chip).Image, chip, new MachineOptions { Seed = seed });
        var log = new Log(machine.Image);
        machine.Attach(log);
        machine.Run(Timesteps);

        CrossbarOracle oracle = new(network);
        int spikes = 0;
        for (int timestep = 0; timestep <= Timesteps; timestep++)
        {
            List<(string Population, int Neuron)> fired = timestep == 0 ? [] : oracle.Step();
            (string Population, int Neuron)[] observed = log.At(timestep);
            Assert.Equal(fired.Order(), observed.Where(spike => spike.Population != "noise").Order());
            foreach ((string population, int neuron) in observed)
            {
                oracle.Send(population, neuron);
            }

            spikes += fired.Count;
        }

        return spikes;
    }

    private static int CompareWithReference(ulong seed, int sources, int neurons, double unit)
    {
        var random = new CounterRandom(seed, RandomPurpose.Weight);
        double[] weights = [.. Enumerable.Range(0, sources * neurons).Select(i => ((int)(random.Draw((ulong)i) % 16) - 8) * unit)];
        Network network = new NetworkBuilder("physical")
            .AddSource("noise", [sources], new PoissonSource([0.2]))
            .AddPopulation("first", [neurons], new CurrentBasedNeurons { Threshold = [11 * unit], Bias = [unit] })
            .AddPopulation("second", [3], new CurrentBasedNeurons { Threshold = [2 * unit], Reset = [-unit] })
            .Connect("noise", "first", new AllToAll(sources, neurons, weights))
            .Connect("first", "second", new AllToAll(neurons, 3, unit, delay: 2))
            .Build();
        ChipSpec.Spec.ChipSpec chip = Presets.Load("truenorth");
        using var machine = new Machine(NetworkCompiler.Compile(network, chip).Image, chip, new MachineOptions { Seed = seed });
        var log = new Log(machine.Image);
        machine.Attach(log);
        machine.Run(Timesteps);

        ReferenceSimulation reference = new(network, seed);
        reference.Start();
        int spikes = 0;
        for (int timestep = 1; timestep <= Timesteps; timestep++)
        {
            reference.Step();
            foreach (string population in (string[])["first", "second"])
            {
                int[] expected = [.. reference.Spikes(population).ToArray().Order()];
                Assert.Equal(expected, log.At(timestep).Where(spike => spike.Population == population).Select(spike => spike.Neuron).Order());
                spikes += expected.Length;
            }
        }

        return spikes;
    }

    /// <summary>Who fired when.</summary>
    private sealed class Log(ChipImage image) : ITimestepObserver
    {
        private readonly Dictionary<long, (string, int)[]> _spikes = [];

        public (string Population, int Neuron)[] At(long timestep) => _spikes.GetValueOrDefault(timestep, []);

        public void Observe(in TimestepRecord record) => _spikes[record.Timestep] = [.. record.Spikes.ToArray().Select(Name)];

        private (string, int) Name(int neuron)
        {
            PopulationImage population = image.Populations.Last(candidate => candidate.FirstNeuron <= neuron);
            return (population.Name, neuron - population.FirstNeuron);
        }
    }
}
