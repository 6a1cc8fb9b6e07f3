using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Odin;

/// <summary>Compiled networks of ODIN on the machine.</summary>
public sealed class OdinMachineTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("odin");

    [Fact]
    public void Chip_does_what_the_description_says_synapse_by_synapse()
    {
        long spikes = 0;
        RandomOdin.Any.Sample(network => Interlocked.Add(ref spikes, CompareWithOracle(network)), iter: 60);

        Assert.True(spikes > 1000, $"Only {spikes} spikes in all networks; the comparison says nothing.");
    }

    [Fact]
    public void Any_number_of_workers_and_a_second_run_give_the_same() =>
        RandomOdin.Any.Sample(
            network =>
            {
                ChipImage image = NetworkCompiler.Compile(network, Chip).Image;
                Outcome alone = Outcome.Of(image, Chip, new MachineOptions(), RandomOdin.Timesteps);
                for (int workers = 2; workers <= 3; workers++)
                {
                    Assert.Equal(alone, Outcome.Of(image, Chip, new MachineOptions { Workers = workers }, RandomOdin.Timesteps));
                }

                using var machine = new Machine(image, Chip);
                machine.Run(RandomOdin.Timesteps / 2);
                machine.Reset();
                Outcome again = Outcome.Of(machine, RandomOdin.Timesteps);
                Assert.Equal((alone.Spikes, alone.State), (again.Spikes, again.State));
            },
            iter: 20);

    [Fact]
    public void Image_files_run_like_the_images_that_they_hold() =>
        RandomOdin.Any.Sample(
            network =>
            {
                ChipImage image = NetworkCompiler.Compile(network, Chip).Image;
                string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.chip");
                try
                {
                    ChipImageFile.Write(image, path);
                    Assert.Equal(
                        Outcome.Of(image, Chip, new MachineOptions(), RandomOdin.Timesteps),
                        Outcome.Of(ChipImageFile.Read(path), Chip, new MachineOptions(), RandomOdin.Timesteps));
                }
                finally
                {
                    File.Delete(path);
                }
            },
            iter: 10);

    [Fact]
    public void Spikes_pass_all_layers_in_one_timestep()
    {
        CurrentBasedNeurons neurons = NeuronFactory.IntegrateAndFire(0.5);
        ChipImage image = NetworkCompiler.Compile(
            new NetworkBuilder("chain")
                .AddSource("input", [1], new ListSource([0, 3], [0, 0]))
                .AddPopulation("a", [1], neurons).AddPopulation("b", [1], neurons).AddPopulation("c", [1], neurons)
                .Connect("input", "a", new AllToAll(1, 1, 1, 0)).Connect("a", "b", new AllToAll(1, 1, 1, 0)).Connect("b", "c", new AllToAll(1, 1, 1, 0))
                .Build(),
            Chip).Image;
        using var machine = new Machine(image, Chip);
        var raster = new SpikeLog();
        machine.Attach(raster);

        machine.Run(5);

        Assert.Equal(["0: 0", "1: 1 2 3", "3: 0", "4: 1 2 3"], raster.Lines);
        Assert.Equal(2 * 4 * 256, machine.Ledger().Totals.SynapticEvents);
    }

    [Fact]
    public void Neuron_fires_for_every_event_that_reaches_its_threshold()
    {
        // In one timestep; a chip with timesteps would add the two weights up, and fire once.
        CurrentBasedNeurons neurons = NeuronFactory.IntegrateAndFire(0.5);
        ChipImage image = NetworkCompiler.Compile(
            new NetworkBuilder("twice").AddSource("input", [2], new ListSource([0, 0], [0, 1])).AddPopulation("a", [1], neurons).Connect("input", "a", new AllToAll(2, 1, 1)).Build(),
            Chip).Image;
        using var machine = new Machine(image, Chip);
        var raster = new SpikeLog();
        machine.Attach(raster);

        machine.Run(2);

        Assert.Equal(["0: 0 1", "1: 2 2"], raster.Lines);
    }

    private static long CompareWithOracle(Network network)
    {
        ChipImage image = NetworkCompiler.Compile(network, Chip).Image;
        using var machine = new Machine(image, Chip);
        var plain = new PlainOdin(network);
        int sources = network.Populations[0].Count;
        var fired = new SpikeLog { FirstNeuron = 2 * sources };
        machine.Attach(fired);
        machine.Run(0);
        for (int timestep = 1; timestep <= RandomOdin.Timesteps; timestep++)
        {
            fired.Lines.Clear();
            plain.Spikes.Clear();

            machine.Run(1);
            plain.Step(Listed(network.Populations[0], timestep - 1, 0).Concat(Listed(network.Populations[1], timestep - 1, sources)));

            Assert.Equal(plain.Spikes.Count == 0 ? [] : [$"{timestep}: {string.Join(' ', plain.Spikes.Order())}"], fired.Lines);
            Assert.Equal(plain.V, machine.Read("neurons", "v"));
            Assert.Equal(plain.Calcium, machine.Read("neurons", "ca"));
        }

        CompareWeights(plain, machine, network);
        return machine.Ledger().Totals.Spikes;
    }

    private static void CompareWeights(PlainOdin plain, Machine machine, Network network)
    {
        int neurons = network.Populations[2].Count;
        int rows = neurons + (2 * network.Populations[0].Count);

        // Without synapses between neurons, sources have the rows from 0 on.
        int first = network.Projections.Count == 2 ? neurons : 0;
        for (int row = first; row < rows; row++)
        {
            int[] words = machine.Read("neurons", $"synapses{(row - first) / 8}");
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                int synapse = (int)((uint)words[neuron] >> ((row - first) % 8 * 4)) & 0xf;
                Assert.Equal(plain.Weight(row, neuron) is { } weight ? 8 | weight : 0, synapse);
            }
        }
    }

    private static IEnumerable<int> Listed(Population population, long timestep, int first)
    {
        var list = (ListSource)((SourcePopulation)population).Source;
        return Enumerable.Range(0, list.Timesteps.Count).Where(spike => list.Timesteps[spike] == timestep).Select(spike => first + list.Neurons[spike]);
    }

    private sealed class SpikeLog : ITimestepObserver
    {
        public int FirstNeuron { get; init; }

        public List<string> Lines { get; } = [];

        public void Observe(in TimestepRecord record)
        {
            int[] spikes = [.. record.Spikes.ToArray().Where(neuron => neuron >= FirstNeuron).Select(neuron => neuron - FirstNeuron)];
            if (spikes.Length > 0)
            {
                Lines.Add($"{record.Timestep}: {string.Join(' ', spikes)}");
            }
        }
    }
}
