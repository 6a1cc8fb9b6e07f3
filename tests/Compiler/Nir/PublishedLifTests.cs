using System.Globalization;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Tests.Shared;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>The single neuron of the NIR paper: exact discretisations, and the traces that simulators published.</summary>
public sealed class PublishedLifTests
{
    private const double Decay = 0.04;

    [Theory]
    [InlineData("lif_paper_input.csv", 1, Integrator.Euler, ResetMode.ToValue)]
    [InlineData("lif_paper_input.csv", 3, Integrator.Euler, ResetMode.Subtract)]
    [InlineData("lif_paper_input.csv", 5, Integrator.Exponential, ResetMode.ToValue)]
    [InlineData("lif_paper_input.csv", 7, Integrator.Exponential, ResetMode.Subtract)]
    [InlineData("lif_poisson.csv", 1, Integrator.Euler, ResetMode.ToValue)]
    [InlineData("lif_poisson.csv", 3, Integrator.Euler, ResetMode.Subtract)]
    [InlineData("lif_poisson.csv", 5, Integrator.Exponential, ResetMode.ToValue)]
    [InlineData("lif_poisson.csv", 7, Integrator.Exponential, ResetMode.Subtract)]
    public void Each_integrator_and_reset_gives_its_trace(string file, int column, Integrator integrator, ResetMode reset)
    {
        double[][] golden = [.. Read(file, header: true)];

        (double[] potentials, double[] spikes) = Run(Import(integrator, reset), Column(golden, 0));

        Assert.Equal(Column(golden, column + 1), spikes);
        Assert.Contains(1.0, spikes);
        AssertClose(Column(golden, column), potentials, 1e-14);
    }

    [Theory]
    [InlineData("norse", 1, 0)]
    [InlineData("snntorch", 1 / Decay, 0)]
    [InlineData("spinnaker2", 0.99980396 / Decay, 0)]
    [InlineData("lava_cpu_float", 1, 1)]
    public void Forward_Euler_with_reset_to_zero_is_what_these_simulators_published(string simulator, double scale, int late) =>
        AssertPublished(simulator, Import(Integrator.Euler, ResetMode.ToValue), scale, late, 5e-7);

    [Fact]
    public void The_exponential_rule_with_reset_to_zero_is_what_Nengo_published() =>
        AssertPublished("nengo", Import(Integrator.Exponential, ResetMode.ToValue), scale: 1 / 0.1, late: 0, 5e-7);

    [Theory]
    [InlineData("rockpool")]
    [InlineData("sinabs")]
    public void Exponential_decay_with_Euler_input_and_subtraction_is_what_these_simulators_published(string simulator)
    {
        CurrentBasedNeurons neurons = new()
        {
            PotentialDecay = [Math.Exp(-Decay)],
            InputGain = [Decay],
            Threshold = [0.1],
            ResetMode = ResetMode.Subtract,
        };
        Network network = new NetworkBuilder("lif").AddSource("input", [1], new ExternalSource()).AddPopulation("1", [1], neurons)
            .Connect("input", "1", new OneToOne(1.0, delay: 0)).Build();

        // Sinabs lists the weighted input.
        double input = simulator == "sinabs" ? 1 / 0.04 : 1;
        AssertPublished(simulator, network, scale: 1, late: 0, 5e-7, input);
    }

    private static void AssertPublished(string simulator, Network network, double scale, int late, double tolerance, double input = 1)
    {
        double[][] golden = [.. Read($"paper_lif_{simulator}.csv", header: false)];

        (double[] potentials, double[] spikes) = Run(network, [.. Column(golden, 0).Select(x => Math.Round(x * input))]);

        Assert.Equal(4, spikes.Sum());
        Assert.Equal(Column(golden, 2)[late..].Select(z => z == 0 ? 0.0 : 1.0), spikes[..^late]);
        AssertClose(Column(golden, 1)[late..], [.. potentials[..^late].Select(v => v * scale)], tolerance);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        double largest = expected.Max(Math.Abs);
        for (int t = 0; t < expected.Length; t++)
        {
            Assert.True(Math.Abs(expected[t] - actual[t]) <= tolerance * largest, $"timestep {t + 1}: {expected[t]} and {actual[t]}");
        }
    }

    private static Network Import(Integrator integrator, ResetMode reset) => NirReader.ReadFile(
        SharedData.Require("nets", "nir", "lif_norse.nir"), new NirOptions { Integrator = integrator, Reset = reset }).Network;

    private static (double[] Potentials, double[] Spikes) Run(Network network, double[] input)
    {
        var simulation = new ReferenceSimulation(network);
        var timesteps = new List<long>();
        for (int t = 0; t < input.Length; t++)
        {
            timesteps.AddRange(Enumerable.Repeat(t + 1L, (int)input[t]));
        }

        simulation.Feed("input", new ListSource(timesteps, new int[timesteps.Count]));
        var potentials = new double[input.Length];
        var spikes = new double[input.Length];
        for (int t = 0; t < input.Length; t++)
        {
            simulation.Step();
            potentials[t] = simulation.Potential("1")[0];
            spikes[t] = simulation.Spikes("1").Length;
        }

        return (potentials, spikes);
    }

    private static double[] Column(double[][] rows, int column) => [.. rows.Select(row => row[column])];

    private static IEnumerable<double[]> Read(string file, bool header) => File.ReadLines(SharedData.Require("golden", "nir", file))
        .Skip(header ? 1 : 0)
        .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray());
}
