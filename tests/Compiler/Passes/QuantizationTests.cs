using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Tests.Passes;

public sealed class QuantizationTests
{
    private static readonly Gen<double[]> GenWeights = Gen.Double[-1.0, 1.0].Array[1, 60];

    [Fact]
    public void A_weight_is_off_by_at_most_half_a_step() => Gen.Select(GenWeights, Gen.Double[0.001, 1000.0], Gen.Int[1, 4].Select(i => 2 * i)).Sample(
        (shares, unit, bits) =>
        {
            double[] weights = [.. shares.Select(w => w * unit)];
            CompilationResult result = Compile(weights, TestNetworks.Integrators(unit * 5), new CompilerOptions { WeightBits = bits });
            ProjectionQuantization report = result.Quantization.Projections[0];
            double half = 0.5 * StepOf(report, weights) * Math.ScaleB(1, report.Exponent) / report.Scale;
            Assert.Equal(0, report.Clipped);
            foreach ((int source, _, short contribution, _) in DecodedImage.Synapses(result.Image))
            {
                Assert.InRange(Math.Abs((contribution / report.Scale) - weights[source]), 0, half * (1 + 1e-9));
            }

            Assert.InRange(report.MaximumError, 0, half * (1 + 1e-9));
            Assert.InRange(report.RootMeanSquareError, 0, report.MaximumError * (1 + 1e-9));
        }, iter: 300);

    [Fact]
    public void The_largest_weight_uses_all_bits() => GenWeights.Where(w => w.Any(x => Math.Abs(x) > 0.01)).Sample(weights =>
    {
        CompilationResult result = Compile(weights, TestNetworks.Integrators());
        int largest = DecodedImage.Synapses(result.Image).Max(s => Math.Abs((int)s.Contribution)) >> result.Quantization.Projections[0].Exponent;
        Assert.InRange(largest, 120, 256);
    }, iter: 300);

    [Fact]
    public void Thresholds_are_whole_numbers_of_weight_units_where_all_are_equal() => Gen.Select(GenWeights, Gen.Double[0.5, 50.0]).Sample(
        (weights, threshold) => Assert.InRange(Compile(weights, TestNetworks.Integrators(threshold)).Quantization.Populations[0].ThresholdError, 0, 1e-12),
        iter: 300);

    [Fact]
    public void The_worst_case_of_input_fits_the_accumulators_or_is_reported() => Gen.Select(Gen.Double[-1.0, 1.0].Array[1, 600], Gen.Bool).Sample(
        (weights, positive) =>
        {
            CompilationResult result = Compile([.. weights.Select(w => positive ? Math.Abs(w) : w)], TestNetworks.Integrators());
            long sum = Math.Max(
                DecodedImage.Synapses(result.Image).Sum(s => Math.Max(0, (long)s.Contribution)),
                DecodedImage.Synapses(result.Image).Sum(s => Math.Max(0, -(long)s.Contribution)));
            Assert.Equal(sum, result.Quantization.Populations[0].LargestSum);
            Assert.Equal(sum > 32_767, result.Diagnostics.Any(d => d.Descriptor == CompilerDiagnostics.SumMayOverflow));
            if (sum > 32_767)
            {
                Assert.Equal(0, result.Quantization.Projections[0].Exponent);
            }
        }, iter: 200);

    [Fact]
    public void The_gains_of_the_target_are_folded_into_the_weights()
    {
        CurrentBasedNeurons neurons = new() { Threshold = [10], CurrentGain = [0.5, 2], InputGain = [4, 4] };
        CompilationResult result = NetworkCompiler.Compile(
            TestNetworks.Feedforward(1, 2, neurons, new ListedSynapses((0, 0, 3, 1), (0, 1, 1, 1))), TestChips.Loihi);

        double scale = result.Quantization.Populations[0].Scale!.Value;
        Assert.Equal([6.0, 8.0], DecodedImage.Synapses(result.Image).Select(s => Math.Round(s.Contribution / scale, 1)));
        Assert.Equal(1 / (64 * scale), result.Image.Populations[1].PotentialScale);
    }

    [Theory]
    [InlineData(0.0, 0.9, 0.9)]
    [InlineData(-65.0, 0.95, 0.8)]
    [InlineData(3.0, 0.99, 0.0)]
    public void The_lowered_neuron_fires_as_the_real_one(double reset, double potentialDecay, double currentDecay)
    {
        CurrentBasedNeurons real = new()
        {
            CurrentDecay = [currentDecay],
            PotentialDecay = [potentialDecay],
            InputGain = [1 - currentDecay],
            Reset = [reset],
            Threshold = [reset + 10],
            Bias = [((1 - potentialDecay) * reset) + 0.2],
            InitialPotential = [reset],
            Refractory = [2],
        };
        CompilationResult result = NetworkCompiler.Compile(
            TestNetworks.Feedforward(1, 1, real, new ListedSynapses((0, 0, 7, 1))), TestChips.Loihi);
        RegisterOracle chip = new(result.Image.Cores[0], 0);
        int contribution = Assert.Single(DecodedImage.Synapses(result.Image)).Contribution;

        double current = 0;
        double potential = reset;
        int wait = 0;
        int realSpikes = 0;
        int chipSpikes = 0;
        for (int t = 1; t <= 2000; t++)
        {
            bool arrives = t % 3 == 0;
            current = (currentDecay * current) + (arrives ? 7 : 0);
            potential = wait > 0 ? reset : (potentialDecay * potential) + ((1 - currentDecay) * current) + real.Bias[0];
            wait = Math.Max(0, wait - 1);
            if (potential > reset + 10)
            {
                realSpikes++;
                potential = reset;
                wait = 1;
            }

            chipSpikes += chip.Step(arrives ? contribution : 0) ? 1 : 0;
        }

        Assert.InRange(realSpikes, 50, 1000);
        Assert.InRange(chipSpikes, realSpikes * 0.98, realSpikes * 1.02);
    }

    [Fact]
    public void A_neuron_under_constant_bias_keeps_its_rate()
    {
        CurrentBasedNeurons neurons = new() { Threshold = [1], PotentialDecay = [0.95], Bias = [0.07] };
        CompilationResult result = NetworkCompiler.Compile(
            TestNetworks.Create([TestNetworks.Neurons("n", 1, neurons)], []), TestChips.Loihi);
        RegisterOracle chip = new(result.Image.Cores[0], 0);

        // v after n timesteps is 1.4·(1 − 0.95^n), which first exceeds 1 at n = 25.
        int[] spikes = [.. Enumerable.Range(1, 100).Where(_ => chip.Step(0))];

        Assert.Equal([25, 50, 75, 100], spikes);
    }

    [Fact]
    public void An_integrator_without_threshold_never_fires()
    {
        CompilationResult result = NetworkCompiler.Compile(
            TestNetworks.Feedforward(1, 1, new CurrentBasedNeurons(), new ListedSynapses((0, 0, 1, 1))), TestChips.Loihi);
        RegisterOracle chip = new(result.Image.Cores[0], 0);

        Assert.DoesNotContain(true, Enumerable.Range(0, 10_000).Select(_ => chip.Step(short.MaxValue)));
        Assert.Equal((1 << 21) - 1, chip.Potential);
        Assert.Contains(result.Diagnostics, d => d.Descriptor == CompilerDiagnostics.IntegratorMaySaturate);
    }

    [Fact]
    public void Registers_that_the_user_gives_are_loaded_as_they_are()
    {
        LoihiNeurons given = new()
        {
            CurrentDecay = [410],
            PotentialDecay = [0, 4096],
            ThresholdMantissa = [131_071],
            BiasMantissa = [-4096, 4095],
            BiasExponent = [7],
            Refractory = [63],
            MinimumExponent = [23, 10],
            MaximumExponent = [7, 0],
            InitialCurrent = [-5],
            InitialPotential = [6, 7],
        };
        CoreImage core = NetworkCompiler.Compile(TestNetworks.Create([TestNetworks.Neurons("n", 2, given)], []), TestChips.Loihi).Image.Cores.Single();

        Dictionary<string, int[]> columns = core.Parameters.ToDictionary(c => c.Name, c => c.Values);
        Assert.Equal([410], columns["currentDecay"]);
        Assert.Equal([0, 4096], columns["potentialDecay"]);
        Assert.Equal([8_388_544], columns["threshold"]);
        Assert.Equal([-524_288, 524_160], columns["bias"]);
        Assert.Equal([63], columns["refractory"]);
        Assert.Equal([-8_388_607, -1023], columns["minimumPotential"]);
        Assert.Equal([8_388_607, 511], columns["maximumPotential"]);
        Assert.Equal([-5], columns["u"]);
        Assert.Equal([6, 7], columns["v"]);
    }

    [Fact]
    public void Weights_that_vanish_are_counted_and_kept()
    {
        CompilationResult result = Compile([1.0, 0.001, 0.0, 0.5], TestNetworks.Integrators(2));

        Assert.Equal(1, result.Quantization.Projections[0].Lost);
        Assert.Equal(4, DecodedImage.Synapses(result.Image).Count);
        Assert.Contains(result.Diagnostics, d => d.Descriptor == CompilerDiagnostics.LostWeights);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(18, true)]
    public void A_few_lost_weights_need_no_warning(int kept, bool warned)
    {
        CompilationResult result = Compile([0.001, .. Enumerable.Repeat(1.0, kept)], TestNetworks.Integrators(2));

        Assert.Equal(1, result.Quantization.Projections[0].Lost);
        Assert.Equal(warned, result.Diagnostics.Any(d => d.Descriptor == CompilerDiagnostics.LostWeights));
    }

    [Fact]
    public void Dead_and_saturated_neurons_are_counted()
    {
        CurrentBasedNeurons neurons = new() { Threshold = [10], PotentialDecay = [0.5], Bias = [0, 11, 0, 4.9, 5.1] };
        CompilationResult result = NetworkCompiler.Compile(
            TestNetworks.Feedforward(1, 5, neurons, new ListedSynapses((0, 2, 6, 1))), TestChips.Loihi);

        // Neuron 0 has no input, neuron 3 settles at 9.8; neuron 2 reaches 12 and neuron 4 10.2.
        Assert.Equal(2, result.Quantization.Populations[0].DeadNeurons);
        Assert.Equal(1, result.Quantization.Populations[0].SaturatedNeurons);
    }

    [Fact]
    public void A_threshold_below_the_reset_is_refused()
    {
        CurrentBasedNeurons neurons = new() { Threshold = [-1], Reset = [0] };

        Assert.Contains(
            TestNetworks.Refusal(TestNetworks.Create([TestNetworks.Neurons("n", 1, neurons)], []), TestChips.Loihi),
            d => d.Descriptor == CompilerDiagnostics.NegativeThreshold);
    }

    [Theory]
    [InlineData(1e300, 1e300)]
    [InlineData(1e-300, 1e-20)]
    public void Numbers_beyond_any_scale_are_refused(double weight, double gain)
    {
        CurrentBasedNeurons neurons = new() { Threshold = [1], InputGain = [gain] };
        Network network = TestNetworks.Feedforward(1, 1, neurons, new ListedSynapses((0, 0, weight, 1)));

        // A product that is no longer a number is refused; one that vanishes is a weight of nothing.
        if (weight > 1)
        {
            Assert.Contains(TestNetworks.Refusal(network, TestChips.Loihi), d => d.Descriptor == CompilerDiagnostics.NoScale);
        }
        else
        {
            Assert.Equal(1, NetworkCompiler.Compile(network, TestChips.Loihi).Quantization.Projections[0].Lost);
        }
    }

    private static CompilationResult Compile(double[] weights, CurrentBasedNeurons neurons, CompilerOptions? options = null) => NetworkCompiler.Compile(
        TestNetworks.Feedforward(weights.Length, 1, neurons, new ListedSynapses([.. weights.Select((w, i) => (i, 0, w, 1))])), TestChips.Loihi, options);

    private static int StepOf(ProjectionQuantization report, double[] weights)
    {
        bool mixed = weights.Any(w => w > 0) && weights.Any(w => w < 0);
        return 1 << (8 - report.Bits + (mixed ? 1 : 0));
    }
}
