using CsCheck;
using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

/// <summary>What holds for every spike code.</summary>
public abstract class SpikeCodeContractTests
{
    private static readonly Gen<(double[] Values, int Timesteps, long First)> Cases =
        Gen.Select(Gen.Double[-0.5, 1.5].Array[0, 40], Gen.Int[1, 50], Gen.Long[0, 1L << 40]);

    private protected abstract ISpikeCode Code { get; }

    [Fact]
    public void Spikes_ascend_by_timestep_then_neuron_without_repetition() =>
        Cases.Sample(c =>
        {
            SpikeTrain train = Code.Encode(c.Values, c.Timesteps, firstTimestep: c.First);
            for (int spike = 1; spike < train.Count; spike++)
            {
                Assert.True(
                    (train.Timesteps[spike - 1], train.Neurons[spike - 1]).CompareTo((train.Timesteps[spike], train.Neurons[spike])) < 0);
            }
        });

    [Fact]
    public void Spikes_lie_within_the_train_and_the_group() =>
        Cases.Sample(c =>
        {
            SpikeTrain train = Code.Encode(c.Values, c.Timesteps, firstTimestep: c.First);
            Assert.All(train.Timesteps, t => Assert.InRange(t, c.First, c.First + c.Timesteps - 1));
            Assert.All(train.Neurons, n => Assert.InRange(n, 0, c.Values.Length - 1));
        });

    [Fact]
    public void A_later_start_shifts_the_train_and_changes_nothing_else() =>
        Cases.Sample(c =>
        {
            SpikeTrain early = Code.Encode(c.Values, c.Timesteps, firstId: 7);
            SpikeTrain late = Code.Encode(c.Values, c.Timesteps, firstId: 7, firstTimestep: c.First);
            Assert.Equal(early.Neurons, late.Neurons);
            Assert.Equal(early.Timesteps.Select(t => t + c.First), late.Timesteps);
        });

    [Fact]
    public void Values_beyond_one_count_as_one() =>
        Assert.Equal(Code.Encode([1.0, 0.7], 20).Timesteps, Code.Encode([17.0, 0.7], 20).Timesteps);

    [Fact]
    public void A_value_that_is_not_a_number_is_refused() =>
        Assert.Contains("Value 1", Assert.Throws<ArgumentException>(() => Code.Encode([0.5, double.NaN], 4)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(4, -1)]
    public void Times_out_of_range_are_refused(int timesteps, long first) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Code.Encode([0.5], timesteps, firstTimestep: first));
}
