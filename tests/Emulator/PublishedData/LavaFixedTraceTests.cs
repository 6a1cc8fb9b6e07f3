using System.Globalization;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Observers;
using Ganglion.Tests.Shared;

namespace Ganglion.Emulator.Tests.PublishedData;

/// <summary>The single neuron of the NIR paper in Lava's Loihi integers: every value and every spike of the published trace.</summary>
public sealed class LavaFixedTraceTests
{
    private const int WeightMantissa = 10;

    [Fact]
    public void The_published_integer_trace_of_the_NIR_paper_is_reproduced_exactly()
    {
        string[] input = File.ReadAllLines(SharedData.Require("golden", "nir", "lif_paper_input.csv"))[1..];
        double[][] golden = [.. File.ReadAllLines(SharedData.Require("golden", "nir", "paper_lif_lava_cpu_fixed.csv"))
            .Select(line => line.Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray())];
        Network network = new NetworkBuilder("lif")
            .AddSource("input", [1], new ExternalSource())
            .AddPopulation("lif", [1], new LoihiNeurons { CurrentDecay = [4096], PotentialDecay = [163], ThresholdMantissa = [25] })
            .Connect("input", "lif", new OneToOne(WeightMantissa), unit: new IntegerWeights())
            .Build();
        ChipSpec.Spec.ChipSpec chip = Presets.Load("loihi1");
        using var machine = new Machine(NetworkCompiler.Compile(network, chip).Image, chip);
        var potential = new RecordedSamples();
        var spikes = new RecordedSpikes();
        machine.Attach("lif", "v", 1, potential);
        machine.Attach(spikes);
        for (int row = 0; row < input.Length; row++)
        {
            if (input[row].StartsWith('1'))
            {
                machine.Inject("input", row + 1, [0]);
            }
        }

        machine.Run(golden.Length);

        Assert.Equal(golden.Select(row => row[1]), potential.Values.Select(value => (double)value));
        Assert.Equal(golden.Select(row => row[2]), spikes.Of(neuron: 1, golden.Length).Select(fired => fired ? 1.0 : 0.0));
        Assert.Equal(4, golden.Sum(row => row[2]));
    }

    private sealed class RecordedSamples : IProbeSink
    {
        public List<int> Values { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Values.Add(values[0]);
    }

    private sealed class RecordedSpikes : ITimestepObserver
    {
        private readonly HashSet<(long Timestep, int Neuron)> _spikes = [];

        public void Observe(in TimestepRecord record)
        {
            foreach (int neuron in record.Spikes)
            {
                _spikes.Add((record.Timestep, neuron));
            }
        }

        public IEnumerable<bool> Of(int neuron, int timesteps) =>
            Enumerable.Range(1, timesteps).Select(timestep => _spikes.Contains((timestep, neuron)));
    }
}
