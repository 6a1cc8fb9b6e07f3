using Ganglion.ChipSpec.Arithmetic;

namespace Ganglion.ChipSpec.Tests.Arithmetic;

public sealed class LoihiWeightTests
{
    [Theory]
    [InlineData(254, 8, 0, 254)]
    [InlineData(255, 8, 0, 254)]
    [InlineData(-255, 8, 0, -256)]
    [InlineData(-1, 8, 0, -2)]
    [InlineData(100, 6, 0, 96)]
    [InlineData(-100, 6, 0, -104)]
    public void Mixed_mantissas_are_truncated_downwards(int mantissa, int bits, int exponent, int expected) =>
        Assert.Equal(expected, LoihiWeight.Contribution(mantissa, bits, exponent, mixed: true));

    [Theory]
    [InlineData(255, 8, 0, 255)]
    [InlineData(-255, 8, 0, -255)]
    [InlineData(7, 6, 0, 4)]
    [InlineData(-7, 6, 0, -4)]
    [InlineData(-127, 1, 0, 0)]
    [InlineData(255, 0, 0, 0)]
    public void Mantissas_of_one_sign_are_truncated_towards_zero(int mantissa, int bits, int exponent, int expected) =>
        Assert.Equal(expected, LoihiWeight.Contribution(mantissa, bits, exponent, mixed: false));

    [Theory]
    [InlineData(3, -1, 1)]
    [InlineData(-3, -1, -2)]
    [InlineData(-1, -8, -1)]
    [InlineData(255, -8, 0)]
    [InlineData(255, 7, 32_640)]
    [InlineData(-255, 7, -32_640)]
    public void A_negative_exponent_rounds_downwards(int mantissa, int exponent, int expected) =>
        Assert.Equal(expected, LoihiWeight.Contribution(mantissa, 8, exponent, mixed: false));

    [Fact]
    public void The_most_negative_weight_fits_sixteen_bits() =>
        Assert.Equal(short.MinValue, LoihiWeight.Contribution(-256, 8, 7, mixed: true));
}
