using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class RandomConnectivityTests
{
    private static readonly RandomConnectivity Sample = new()
    {
        SourceCount = 500,
        TargetCount = 800,
        Probability = 0.1,
        Weight = new Normal(1.0, 0.25),
        Delay = new UniformInteger(1, 16),
        Seed = 7,
    };

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.97)]
    public void As_many_synapses_as_the_probability_says(double probability)
    {
        RandomConnectivity connectivity = Sample with { Probability = probability };
        double pairs = 500.0 * 800.0;
        double expected = pairs * probability;
        int found = Enumerable.Range(0, 500).Sum(source => DenseMatrix.Row(connectivity, source).Count);
        Assert.InRange(found, expected - (5 * Math.Sqrt(expected * (1 - probability))), expected + (5 * Math.Sqrt(expected * (1 - probability))));
        Assert.Equal(expected, connectivity.EstimateSynapses([500], [800]), 1e-6);
    }

    [Fact]
    public void Every_target_is_equally_likely()
    {
        RandomConnectivity connectivity = Sample with { SourceCount = 20_000, TargetCount = 10 };
        int[] hits = new int[10];
        for (int source = 0; source < 20_000; source++)
        {
            DenseMatrix.Row(connectivity, source).ForEach(synapse => hits[synapse.Target]++);
        }

        Assert.All(hits, count => Assert.InRange(count, 2000 - 220, 2000 + 220));
    }

    [Fact]
    public void Probabilities_zero_and_one_are_exact()
    {
        Assert.Empty(DenseMatrix.Row(Sample with { Probability = 0 }, 3));
        Assert.Equal(Enumerable.Range(0, 800), DenseMatrix.Row(Sample with { Probability = 1 }, 3).Select(s => s.Target));
        Assert.Equal(799, DenseMatrix.Row(Sample with { Probability = 1, AllowSelf = false }, 3).Count);
    }

    [Fact]
    public void Without_self_only_the_own_index_is_missing() => Gen.Int[0, 499].Sample(
        source => Assert.Equal(
            DenseMatrix.Row(Sample, source).Where(s => s.Target != source),
            DenseMatrix.Row(Sample with { AllowSelf = false }, source)));

    [Fact]
    public void Rows_do_not_depend_on_the_order_in_which_they_are_made()
    {
        Synapse[][] forward = [.. Enumerable.Range(0, 500).Select(source => DenseMatrix.Row(Sample, source).ToArray())];
        Parallel.For(0, 500, i => Assert.Equal(forward[499 - i], DenseMatrix.Row(Sample, 499 - i)));
    }

    [Fact]
    public void Rows_and_seeds_differ()
    {
        Assert.NotEqual(DenseMatrix.Row(Sample, 0), DenseMatrix.Row(Sample, 1));
        Assert.NotEqual(DenseMatrix.Row(Sample, 0), DenseMatrix.Row(Sample with { Seed = 8 }, 0));
    }

    [Fact]
    public void Weights_and_delays_follow_their_distributions()
    {
        List<Synapse> synapses = [.. Enumerable.Range(0, 500).SelectMany(source => DenseMatrix.Row(Sample, source))];
        double mean = synapses.Average(s => s.Weight);
        double deviation = Math.Sqrt(synapses.Average(s => (s.Weight - mean) * (s.Weight - mean)));
        Assert.Equal(1.0, mean, 0.01);
        Assert.Equal(0.25, deviation, 0.01);
        Assert.Equal(Enumerable.Range(1, 16), synapses.Select(s => s.Delay).Distinct().Order());
        Assert.Equal(8.5, synapses.Average(s => s.Delay), 0.15);
    }

    [Fact]
    public void A_clipped_normal_distribution_stays_in_its_range()
    {
        RandomConnectivity clipped = Sample with { Weight = new Normal(0, 1, -0.5, 0.5), Delay = new Normal(3, 2, 1, 5) };
        List<Synapse> synapses = [.. Enumerable.Range(0, 100).SelectMany(source => DenseMatrix.Row(clipped, source))];
        Assert.All(synapses, s => Assert.InRange(s.Weight, -0.5, 0.5));
        Assert.Equal(1, synapses.Min(s => s.Delay));
        Assert.Equal(5, synapses.Max(s => s.Delay));
    }

    [Fact]
    public void Impossible_values_are_refused()
    {
        Assert.Empty(Sample.Validate([500], [800]));
        RandomConnectivity[] wrong =
        [
            Sample with { Probability = 1.5 },
            Sample with { Probability = double.NaN },
            Sample with { SourceCount = 499 },
            Sample with { TargetCount = 801 },
            Sample with { Weight = new Constant(double.NaN) },
            Sample with { Weight = new Uniform(2, 1) },
            Sample with { Weight = new Normal(0, -1) },
            Sample with { Delay = new Constant(-1) },
            Sample with { Delay = new UniformInteger(3, 2) },
            Sample with { Delay = new Normal(3, 1) },
            Sample with { Delay = new UniformInteger(1, 1_000_000) },
        ];
        Assert.All(wrong, connectivity => Assert.Single(connectivity.Validate([500], [800])));
    }
}
