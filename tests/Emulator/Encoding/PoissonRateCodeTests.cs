using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

public sealed class PoissonRateCodeTests : SpikeCodeContractTests
{
    private protected override ISpikeCode Code => new PoissonRateCode(seed: 3);

    [Fact]
    public void The_rate_in_hertz_converges_to_value_times_maximum()
    {
        const int Timesteps = 200_000;
        const double Probability = 0.25 * 80 * 0.002;
        double rate = new PoissonRateCode(9, maximumHertz: 80, timestepSeconds: 0.002).Encode([0.25], Timesteps).Count / (double)Timesteps;

        Assert.InRange(Math.Abs(rate - Probability), 0.0, 5 * Math.Sqrt(Probability * (1 - Probability) / Timesteps));
    }

    [Fact]
    public void A_rate_above_one_per_timestep_fires_in_every_timestep() =>
        Assert.Equal(50, new PoissonRateCode(1, maximumHertz: 4000, timestepSeconds: 1e-3).Encode([0.5], 50).Count);

    [Theory]
    [InlineData(0.0, 1e-3)]
    [InlineData(100.0, -1e-3)]
    public void Rate_and_timestep_must_be_positive(double hertz, double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonRateCode(1, hertz, seconds));
}
