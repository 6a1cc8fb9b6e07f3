using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Tests.Shared;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>The recurrent networks of the NIR paper, against the hidden activity that other simulators published for one test sample.</summary>
public sealed class PublishedBrailleTests
{
    private const string BiasZero = "noDelay_bias_zero";
    private const string NoBiasSubtract = "noDelay_noBias_subtract";

    public static TheoryData<string, string, ResetMode, RecurrentBias> Conventions => new()
    {
        { BiasZero, "snntorch", ResetMode.ToValue, RecurrentBias.FromFirstTimestep },
        { BiasZero, "norse", ResetMode.ToValue, RecurrentBias.FromSecondTimestep },
        { BiasZero, "spyx", ResetMode.Subtract, RecurrentBias.FromFirstTimestep },
        { NoBiasSubtract, "norse", ResetMode.ToValue, RecurrentBias.FromFirstTimestep },
        { NoBiasSubtract, "spyx", ResetMode.Subtract, RecurrentBias.FromFirstTimestep },
    };

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Every_spike_of_the_test_sample_is_reproduced(string graph, string simulator, ResetMode reset, RecurrentBias bias)
    {
        var golden = new NumpyArchive(SharedData.Require("golden", "nir", "braille_sample0.npz"));
        ReferenceSimulation simulation = Load(graph, new NirOptions { Reset = reset, RecurrentBias = bias });

        (double[] hidden, double[] output) = Run(simulation, golden["input"].Values);

        double[] published = golden[$"published__{graph}__{simulator}"].Values;
        double[] reproduced = golden[$"{graph}__{simulator}__hidden"].Values;
        Assert.Equal(reproduced, hidden);
        Assert.Equal(golden[$"{graph}__{simulator}__out"].Values, output);

        // Spyx reports spikes one timestep late.
        int late = simulator == "spyx" ? published.Length / 256 : 0;
        Assert.Equal(published[late..], hidden[..^late]);
    }

    [Theory]
    [InlineData(BiasZero, "zero", ResetMode.ToValue)]
    [InlineData(BiasZero, "sub", ResetMode.Subtract)]
    [InlineData(NoBiasSubtract, "zero", ResetMode.ToValue)]
    [InlineData(NoBiasSubtract, "sub", ResetMode.Subtract)]
    public void Every_output_spike_of_twenty_derived_inputs_is_reproduced(string graph, string column, ResetMode reset)
    {
        var golden = new NumpyArchive(SharedData.Require("golden", "nir", "braille_synthetic.npz"));
        ReferenceSimulation simulation = Load(graph, new NirOptions { Reset = reset });
        NumpyArray outputs = golden[$"{graph}__{column}__out"];
        NumpyArray packedHidden = golden[$"{graph}__{column}__hidden"];

        for (int sample = 0; sample < 20; sample++)
        {
            simulation.Reset();
            (double[] hidden, double[] output) = Run(simulation, golden["input"].Row(sample));

            Assert.Equal(outputs.Row(sample), output);
            Assert.Equal(Unpack(packedHidden.Row(sample), hidden.Length / 256), hidden);
        }
    }

    private static ReferenceSimulation Load(string graph, NirOptions options) =>
        new(NirReader.ReadFile(SharedData.Require("nets", "nir", $"braille_{graph}.nir"), options).Network);

    private static (double[] Hidden, double[] Output) Run(ReferenceSimulation simulation, ReadOnlySpan<double> input)
    {
        var timesteps = new List<long>();
        var neurons = new List<int>();
        for (int i = 0; i < input.Length; i++)
        {
            if (input[i] != 0)
            {
                timesteps.Add((i / 12) + 1);
                neurons.Add(i % 12);
            }
        }

        simulation.Feed("input", new ListSource(timesteps, neurons));
        int hiddenCount = simulation.Network["lif1.lif"].Count;
        var hidden = new double[256 * hiddenCount];
        var output = new double[256 * 7];
        for (int t = 0; t < 256; t++)
        {
            simulation.Step();
            foreach (int n in simulation.Spikes("lif1.lif"))
            {
                hidden[(t * hiddenCount) + n] = 1;
            }

            foreach (int n in simulation.Spikes("lif2"))
            {
                output[(t * 7) + n] = 1;
            }
        }

        return (hidden, output);
    }

    /// <summary>Bits packed along time, lowest first.</summary>
    private static double[] Unpack(ReadOnlySpan<double> packed, int neurons)
    {
        var spikes = new double[packed.Length * 8];
        for (int i = 0; i < spikes.Length; i++)
        {
            int t = i / neurons;
            spikes[i] = ((int)packed[(t / 8 * neurons) + (i % neurons)] >> (t % 8)) & 1;
        }

        return spikes;
    }
}
