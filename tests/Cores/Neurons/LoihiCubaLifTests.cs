namespace Ganglion.Cores.Tests.Neurons;

/// <summary>The compartment of Loihi 1, rule by rule; source of the rules: docs/chips/loihi1.md.</summary>
public sealed class LoihiCubaLifTests
{
    private const int Full = 4096;
    private const int Largest = (1 << 23) - 1;

    [Theory]
    [InlineData(640, false)]
    [InlineData(641, true)]
    [InlineData(639, false)]
    public void Threshold_is_strictly_greater(int potential, bool fires)
    {
        var compartment = new SingleCompartment(("threshold", 640), ("v", potential));

        Assert.Equal(fires, compartment.Step());
        Assert.Equal(fires ? 0 : potential, compartment.V);
    }

    [Fact]
    public void Input_is_scaled_by_64_and_acts_on_current_and_potential_in_the_same_step()
    {
        var compartment = new SingleCompartment(("threshold", Largest), ("currentDecay", 2048));

        compartment.Step(input: 10);
        Assert.Equal((640, 640), (compartment.U, compartment.V));

        compartment.Step(input: -3);
        Assert.Equal((128, 768), (compartment.U, compartment.V));
    }

    [Theory]
    [InlineData(32767, 32767 * 64)]
    [InlineData(32768, -32768 * 64)]
    [InlineData(65536 + 5, 5 * 64)]
    [InlineData(-32769, 32767 * 64)]
    public void Sum_of_weights_wraps_at_16_bits(int sum, int current)
    {
        var compartment = new SingleCompartment(("threshold", Largest));

        compartment.Step(sum);

        Assert.Equal(current, compartment.U);
    }

    [Theory]
    [InlineData(Largest, 1, -(1 << 23) + 63)]
    [InlineData(-(1 << 23), -1, (1 << 23) - 64)]
    public void Current_wraps_at_24_bits(int current, int input, int expected)
    {
        var compartment = new SingleCompartment(("threshold", Largest), ("currentDecay", 0), ("u", current));

        compartment.Step(input);

        Assert.Equal(expected, compartment.U);
    }

    [Theory]
    [InlineData(100, 410, new[] { 89, 80, 71 })]
    [InlineData(-100, 410, new[] { -89, -80, -71 })]
    [InlineData(3, 1, new[] { 2, 1, 0 })]
    [InlineData(-1, 1, new[] { 0, 0, 0 })]
    [InlineData(-77, Full, new[] { 0, 0, 0 })]
    [InlineData(77, 0, new[] { 77, 77, 77 })]
    public void Decay_rounds_toward_zero(int potential, int decay, int[] expected)
    {
        var compartment = new SingleCompartment(("threshold", Largest), ("potentialDecay", decay), ("v", potential));

        Assert.Equal(expected, compartment.Potentials(3));
    }

    [Fact]
    public void Potential_saturates_at_its_limits()
    {
        var high = new SingleCompartment(("threshold", Largest), ("maximumPotential", 2047), ("bias", 5000));
        var low = new SingleCompartment(("threshold", Largest), ("minimumPotential", -1023), ("bias", -5000));

        Assert.Equal([2047, 2047], high.Potentials(2));
        Assert.Equal([-1023, -1023], low.Potentials(2));
    }

    [Fact]
    public void Sum_of_current_and_bias_does_not_wrap_before_the_potential_saturates()
    {
        var compartment = new SingleCompartment(
            ("threshold", int.MaxValue), ("currentDecay", 0), ("u", Largest), ("bias", 4095 << 7));

        Assert.Equal([Largest], compartment.Potentials(1));
    }

    [Theory]
    [InlineData(1, "1111111")]
    [InlineData(2, "1010101")]
    [InlineData(3, "1001001")]
    public void Refractory_period_r_silences_r_minus_one_further_steps(int refractory, string expected)
    {
        var compartment = new SingleCompartment(("threshold", 0), ("bias", 64), ("refractory", refractory));

        string fired = string.Concat(Enumerable.Range(0, 7).Select(_ => compartment.Step() ? '1' : '0'));

        Assert.Equal(expected, fired);
    }

    [Fact]
    public void Current_goes_on_during_the_refractory_period()
    {
        var compartment = new SingleCompartment(("threshold", 0), ("currentDecay", 2048), ("refractory", 3));

        Assert.True(compartment.Step(input: 16));
        Assert.False(compartment.Step(input: 4));

        Assert.Equal((512 + 256, 0), (compartment.U, compartment.V));
    }
}
