using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>Neurons of files written here, in double precision, against their equations written out.</summary>
public sealed class GeneratedNeuronTests
{
    private const double Dt = 1e-4;

    [Theory]
    [InlineData(Integrator.Euler, ResetMode.ToValue)]
    [InlineData(Integrator.Euler, ResetMode.Subtract)]
    [InlineData(Integrator.Exponential, ResetMode.ToValue)]
    public void Leaky_neurons_with_leak_bias_and_reset_value_follow_their_equation(Integrator integrator, ResetMode reset)
    {
        double[] tau = [0.002, 0.004];
        double[,] w = { { 3, 4, 2 }, { 6, -1, 8 } };
        double[] bias = [0.25, -0.5];
        double[] leak = [0.5, 0.25];
        double[] r = [2, 3];
        NirGraphFile graph = new NirGraphFile().Input("in", 3)
            .Node("fc", "Affine", ("weight", w), ("bias", bias))
            .Node("lif", "LIF", ("tau", tau), ("r", r), ("v_leak", leak), ("v_threshold", 1.5), ("v_reset", -0.25))
            .Output("out", 2).Path("in", "fc", "lif", "out");
        int[][] input = NirRun.RandomInput(3, seed: 1);

        (List<string> actual, _) = NirRun.Run(graph.Import(new NirOptions { Integrator = integrator, Reset = reset }), "lif", input);

        double[] v = [0, 0];
        var expected = new List<string>();
        for (int t = 0; t < NirRun.Timesteps; t++)
        {
            for (int n = 0; n < 2; n++)
            {
                double x = bias[n] + Enumerable.Range(0, 3).Sum(i => w[n, i] * input[t][i]);
                double g = integrator == Integrator.Euler ? Dt / tau[n] : 1 - Math.Exp(-Dt / tau[n]);
                v[n] += g * (leak[n] - v[n] + (r[n] * x));
                if (v[n] > 1.5)
                {
                    v[n] = reset == ResetMode.Subtract ? v[n] - 1.5 : -0.25;
                    expected.Add($"{t + 1}:{n}");
                }
            }
        }

        Assert.True(expected.Count > 5);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(RecurrentBias.FromFirstTimestep)]
    [InlineData(RecurrentBias.FromSecondTimestep)]
    public void Recurrent_neurons_with_synaptic_current_follow_their_equation(RecurrentBias start)
    {
        double[,] w = NirRun.Matrix(4, 3, seed: 2, scale: 1.5);
        double[,] recurrent = NirRun.Matrix(4, 4, seed: 3, scale: 1.0);
        double[] bias = [0.1, 0.05, -0.1, 0.2];
        double[] recurrentBias = [0.1, 0.2, 0.15, -0.05];
        NirGraphFile graph = new NirGraphFile().Input("in", 3)
            .Node("fc", "Affine", ("weight", w), ("bias", bias))
            .Node("rec", "Affine", ("weight", recurrent), ("bias", recurrentBias))
            .Node("lif", "CubaLIF", ("tau_syn", 0.0004), ("tau_mem", 0.001), ("r", 10.0), ("v_leak", 0.0), ("v_threshold", 1.0), ("w_in", 4.0))
            .Output("out", 4).Path("in", "fc", "lif", "out").Path("lif", "rec", "lif");
        int[][] input = NirRun.RandomInput(3, seed: 4);

        (List<string> actual, _) = NirRun.Run(graph.Import(new NirOptions { RecurrentBias = start }), "lif", input);

        var current = new double[4];
        var v = new double[4];
        var last = new bool[4];
        var expected = new List<string>();
        for (int t = 0; t < NirRun.Timesteps; t++)
        {
            var fired = new bool[4];
            for (int n = 0; n < 4; n++)
            {
                double x = bias[n] + Enumerable.Range(0, 3).Sum(i => w[n, i] * input[t][i])
                    + Enumerable.Range(0, 4).Sum(i => last[i] ? recurrent[n, i] : 0)
                    + (t == 0 && start == RecurrentBias.FromSecondTimestep ? 0 : recurrentBias[n]);
                current[n] += Dt / 0.0004 * ((4.0 * x) - current[n]);
                v[n] += Dt / 0.001 * ((10.0 * current[n]) - v[n]);
                if (v[n] > 1)
                {
                    v[n] = 0;
                    fired[n] = true;
                    expected.Add($"{t + 1}:{n}");
                }
            }

            last = fired;
        }

        Assert.True(expected.Count > 20);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_delay_takes_as_many_timesteps_as_its_duration_rounds_to()
    {
        NirGraphFile graph = new NirGraphFile().Input("in", 2).Node("d", "Delay", ("delay", (double[])[0.0002, 0.00036]))
            .Node("t", "Threshold", ("threshold", 0.5)).Output("out", 2).Path("in", "d", "t", "out");

        (List<string> spikes, _) = NirRun.Run(graph.Import(), "t", [[1, 1], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]);

        Assert.Equal(["3:0", "5:1"], spikes);
    }

    [Fact]
    public void A_threshold_is_strict_and_has_no_memory()
    {
        NirGraphFile graph = new NirGraphFile().Input("in", 1).Node("t", "Threshold", ("threshold", 2.0)).Output("out", 1).Path("in", "t", "out");

        (List<string> spikes, _) = NirRun.Run(graph.Import(), "t", [[2], [3], [2], [3]]);

        Assert.Equal(["2:0", "4:0"], spikes);
    }
}
