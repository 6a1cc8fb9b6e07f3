using Ganglion.ChipSpec.Randomness;
using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

public sealed class BernoulliRateCodeTests : SpikeCodeContractTests
{
    private protected override ISpikeCode Code => new BernoulliRateCode(seed: 3);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.0625)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void The_rate_converges_to_the_value(double value)
    {
        const int Draws = 100_000;
        double rate = Code.Encode([value], Draws).Count / (double)Draws;

        // Five standard deviations of a binomial proportion.
        Assert.InRange(Math.Abs(rate - value), 0.0, 5 * Math.Sqrt(value * (1 - value) / Draws));
    }

    [Fact]
    public void A_spike_depends_on_seed_identity_and_timestep_alone()
    {
        double[] values = [.. Enumerable.Range(0, 64).Select(i => i / 64.0)];
        byte[] raster = Raster.Of(new BernoulliRateCode(11).Encode(values, 32, firstId: 5 * 64), 32, 64);
        CounterRandom random = new(11, RandomPurpose.Encoding);

        for (int t = 0; t < 32; t++)
        {
            for (int i = 0; i < 64; i++)
            {
                Assert.Equal(random.DrawUnit((5 * 64) + (ulong)i, t) < values[i], raster[(t * 64) + i] == 1);
            }
        }
    }

    [Fact]
    public void Another_seed_gives_another_train() =>
        Assert.NotEqual(
            new BernoulliRateCode(1).Encode([0.5], 200).Timesteps,
            new BernoulliRateCode(2).Encode([0.5], 200).Timesteps);

    [Fact]
    public void The_draws_are_those_of_the_training_scripts()
    {
        // rate_spikes(arange(64)/64, [5], 32, seed=11) of examples/digits/spiking.py, an independent Philox in numpy.
        int[] lastTimestep = [25, 29, 30, 33, 36, 38, 40, 42, 44, 45, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63];
        double[] values = [.. Enumerable.Range(0, 64).Select(i => i / 64.0)];

        SpikeTrain train = new BernoulliRateCode(11).Encode(values, 32, firstId: 5 * 64);

        Assert.Equal(1001, train.Count);
        Assert.Equal(lastTimestep, train.Neurons.Skip(train.Timesteps.TakeWhile(t => t < 31).Count()));
    }
}
