using Ganglion.Cores.Neurons;
using Ganglion.Cores.TrueNorth;

namespace Ganglion.Cores.Tests.TrueNorth;

/// <summary>The equations of the neuron, mode by mode, against values worked out by hand.</summary>
public sealed class TrueNorthLifTests
{
    private const int Limit = 1 << 19;

    [Theory]
    [InlineData(9, false, 9)]
    [InlineData(10, true, 2)]
    [InlineData(25, true, 2)]
    public void Threshold_is_reached_by_equality_and_resets_to_the_reset_value(int input, bool fires, int after) =>
        Check(input, fires, after, ("threshold", 10), ("reset", 2));

    [Fact]
    public void Linear_reset_subtracts_the_threshold_and_fires_once() =>
        Check(25, true, 15, ("threshold", 10), ("resetMode", 1));

    [Fact]
    public void Without_reset_the_potential_stays() =>
        Check(25, true, 25, ("threshold", 10), ("resetMode", 2));

    [Theory]
    [InlineData(0, -10, -10)]
    [InlineData(0, -11, 4)]
    [InlineData(1, -10, -10)]
    [InlineData(1, -11, -1)]
    [InlineData(2, -11, -11)]
    public void Negative_threshold_is_passed_strictly_and_resets_as_the_mode_says(int mode, int input, int after) =>
        Check(input, false, after, ("threshold", 10), ("negativeThreshold", -10), ("reset", -4), ("resetMode", mode));

    [Theory]
    [InlineData(0, -10, 4)]
    [InlineData(1, -10, 0)]
    [InlineData(1, -9, -9)]
    public void Inclusive_negative_threshold_is_reached_by_equality(int mode, int input, int after) =>
        Check(input, false, after, ("threshold", 10), ("negativeThreshold", -10), ("reset", -4), ("resetMode", mode), ("negativeInclusive", 1));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Negative_saturation_holds_the_potential_at_the_negative_threshold_in_every_reset_mode(int mode) =>
        Check(-50, false, -10, ("threshold", 10), ("negativeThreshold", -10), ("reset", -4), ("resetMode", mode), ("negativeSaturates", 1));

    [Theory]
    [InlineData(3, -5, 0)]
    [InlineData(8, -5, 3)]
    [InlineData(-3, -5, 0)]
    [InlineData(-8, -5, -3)]
    [InlineData(0, -5, 0)]
    [InlineData(3, 5, 8)]
    [InlineData(-3, 5, -8)]
    [InlineData(0, 5, 0)]
    public void Leak_reversal_moves_towards_or_away_from_zero_and_does_not_ring(int input, int leak, int after) =>
        Check(input, false, after, ("threshold", 100), ("negativeThreshold", -100), ("leak", leak), ("leakReversal", 1));

    [Theory]
    [InlineData(3, -5, -2)]
    [InlineData(-3, 5, 2)]
    public void Leak_without_reversal_passes_zero(int input, int leak, int after) =>
        Check(input, false, after, ("threshold", 100), ("negativeThreshold", -100), ("leak", leak));

    [Theory]
    [InlineData(Limit - 1, 1000, Limit - 1)]
    [InlineData(Limit - 3, 2, Limit - 1)]
    [InlineData(-Limit, -1000, -Limit)]
    [InlineData(-Limit + 2, -2, -Limit)]
    public void Potential_saturates_at_20_bits(int v, int input, int after) =>
        Check(input, input > 0, after, ("v", v), ("threshold", (1 << 18) - 1), ("negativeThreshold", -(1 << 18) + 1), ("resetMode", 2));

    [Fact]
    public void Leak_acts_on_the_saturated_potential() =>
        Check(1000, true, Limit - 11, ("v", Limit - 1), ("leak", -10), ("threshold", 1), ("resetMode", 2));

    [Fact]
    public void Linear_reset_saturates() =>
        Check(-1000, false, -Limit, ("v", -Limit), ("threshold", 1), ("negativeThreshold", 5), ("resetMode", 1));

    [Fact]
    public void Wide_potentials_wrap_at_32_bits() =>
        Check(1, false, int.MinValue, ("v", int.MaxValue), ("threshold", int.MaxValue), ("negativeThreshold", int.MinValue),
            ("minimumPotential", int.MinValue), ("maximumPotential", int.MaxValue));

    private static void Check(int input, bool fires, int after, params (string Name, int Value)[] columns)
    {
        CompartmentTable table = new(TrueNorthLif.Variables, CoreImages.Of(1, CoreImages.NoSynapses, [.. columns.Select(column => (column.Name, new[] { column.Value }))]));
        SomaStep step = TrueNorthLif.Bind(table).Step(0, input);

        Assert.Equal((fires, after), (step.Spiked, table["v"][0]));
    }
}
