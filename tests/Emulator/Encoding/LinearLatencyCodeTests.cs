using CsCheck;
using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

public sealed class LinearLatencyCodeTests : SpikeCodeContractTests
{
    private protected override ISpikeCode Code => new LinearLatencyCode();

    [Fact]
    public void A_larger_value_never_fires_later() =>
        Gen.Select(Gen.Double[0.001, 1], Gen.Double[0.001, 1], Gen.Int[1, 100]).Sample((a, b, timesteps) =>
        {
            SpikeTrain train = Code.Encode([a, b], timesteps);
            long[] times = [.. train.Neurons.Zip(train.Timesteps).OrderBy(spike => spike.First).Select(spike => spike.Second)];
            Assert.Equal(2, times.Length);
            Assert.True(a > b ? times[0] <= times[1] : times[0] >= times[1]);
        });

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(0.75, 2)] // 1.5 rounds to the even 2
    [InlineData(0.25, 4)] // 4.5 rounds to the even 4
    [InlineData(0.001, 6)]
    public void The_largest_value_fires_first_and_halves_round_to_even(double value, long expected) =>
        Assert.Equal([expected], Code.Encode([value], 7).Timesteps);

    [Fact]
    public void Zero_is_silent() => Assert.Equal([1], Code.Encode([0.0, 0.1, -0.2], 8).Neurons);

    [Fact]
    public void The_limit_of_silence_itself_is_silent() =>
        Assert.Equal([1], new LinearLatencyCode(silentUpTo: 0.25).Encode([0.25, 0.26], 8).Neurons);
}
