using CsCheck;
using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

public sealed class RegularRateCodeTests : SpikeCodeContractTests
{
    private protected override ISpikeCode Code => new RegularRateCode();

    [Fact]
    public void The_count_is_the_rounded_down_product_of_timesteps_and_value() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 500]).Sample((value, timesteps) =>
            Assert.Equal((int)Math.Floor(timesteps * value), Code.Encode([value], timesteps).Count));

    [Fact]
    public void A_quarter_fires_every_fourth_timestep() =>
        Assert.Equal([3, 7, 11, 15], Code.Encode([0.25], 16).Timesteps);

    [Fact]
    public void Intervals_differ_by_one_timestep_at_most() =>
        Gen.Double[0.01, 1].Sample(value =>
        {
            IReadOnlyList<long> times = Code.Encode([value], 400).Timesteps;
            long[] intervals = [.. times.Zip(times.Skip(1), (a, b) => b - a)];
            Assert.True(intervals.Length == 0 || intervals.Max() - intervals.Min() <= 1);
        });
}
