namespace Ganglion.Cores.Tests.Loihi2;

public sealed class GradedModelTests
{
    [Fact]
    public void Sigma_sends_the_running_sum_in_every_timestep() =>
        Assert.Equal([5, 5, 2, 2], Payloads("loihi2-sigma", [5, 0, -3, 0]));

    [Fact]
    public void Sigma_delta_threshold_is_reached_by_equality() =>
        Assert.Equal([0, 4], Payloads("loihi2-sigma-delta", [3, 1], ("threshold", 4)));

    [Fact]
    public void Cumulative_error_sends_what_would_stay_below_the_threshold()
    {
        // act is 3 throughout; the residue of 3 adds to the error in every timestep.
        Assert.Equal([0, 0, 0, 0], Payloads("loihi2-sigma-delta", [3, 0, 0, 0], ("threshold", 9)));
        Assert.Equal([0, 0, 3, 0], Payloads("loihi2-sigma-delta", [3, 0, 0, 0], ("threshold", 9), ("cumulativeError", 1)));
    }

    [Fact]
    public void Truncated_bits_are_lost_in_the_plain_variant_and_kept_in_the_corrected_one()
    {
        Assert.Equal([1, 0], Payloads("loihi2-sigma-delta", [3, 1], ("threshold", 2), ("stateExponent", 1)));
        Assert.Equal([1, 1], Payloads("loihi2-sigma-delta-corrected", [3, 1], ("threshold", 2), ("stateExponent", 1)));
    }

    [Fact]
    public void Zero_crossing_products_wrap_at_32_bits()
    {
        Core core = Core("loihi2-rf-zero", ("u", 1 << 20), ("cosDecay", 32767));

        core.Update(1);

        Assert.Equal(unchecked((1 << 20) * 32767) >> 15, core.Table["u"][0]);
    }

    [Fact]
    public void Resonator_saturates_symmetrically()
    {
        Core core = Core("loihi2-rf", ("re", -8388607), ("cosDecay", 4096), ("sinDecay", 4096));

        core.Update(1);
        core.Update(2);

        Assert.Equal((0, -8388607), (core.Table["re"][0], core.Table["im"][0]));
    }

    [Fact]
    public void Adaptive_threshold_current_keeps_exactly_two_to_the_23()
    {
        Core core = Core("loihi2-atrlif", ("i", 8388544), ("currentDecay", 0));

        core.Deliver(0, [new AxonEvent(0)]);
        core.Update(1);
        Assert.Equal(1 << 23, core.Table["i"][0]);
        core.Deliver(1, [new AxonEvent(0)]);
        core.Update(2);

        Assert.Equal(-(1 << 23) + 64, core.Table["i"][0]);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 0)]
    public void Resonator_fires_at_equality(int threshold, int expected) => Assert.Equal(
        [expected], Payloads("loihi2-rf", [0], ("re", 100), ("im", -1), ("cosDecay", 4096), ("sinDecay", 41), ("threshold", threshold)));

    [Theory]
    [InlineData(64, 1)]
    [InlineData(65, 0)]
    public void Adaptive_threshold_is_reached_by_equality(int threshold, int expected) => Assert.Equal(
        [expected], Payloads("loihi2-atrlif", [1], ("theta", threshold), ("thresholdBase", threshold)));

    [Theory]
    [InlineData("loihi2-graded-vector", -5, 5, 0)]
    [InlineData("loihi2-graded-vector", -5, 4, -5)]
    [InlineData("loihi2-graded-relu-vector", 5, 5, 0)]
    [InlineData("loihi2-graded-relu-vector", 5, 4, 5)]
    [InlineData("loihi2-graded-relu-vector", -5, 4, 0)]
    public void Graded_vectors_must_exceed_the_threshold(string model, int input, int threshold, int expected) =>
        Assert.Equal([expected], Payloads(model, [input], ("threshold", threshold)));

    [Fact]
    public void Inverse_root_of_nothing_is_silence() =>
        Assert.Equal([0, 0], Payloads("loihi2-inverse-square-root", [0, -4]));

    private static Core Core(string model, params (string Name, int Value)[] columns) =>
        GradedCoreTests.Make(
            model, CoreImages.Sparse(16, 4, [[(0, 0, 1)]]) with { Receptors = model is "loihi2-rf" or "loihi2-rf-zero" ? 2 : 1 }, columns);

    private static int[] Payloads(string model, int[] inputs, params (string Name, int Value)[] columns)
    {
        Core core = Core(model, columns);
        int[] payloads = new int[inputs.Length];
        for (int step = 0; step < inputs.Length; step++)
        {
            core.Deliver(step, [new AxonEvent(0, inputs[step])]);
            core.Update(step + 1);
            payloads[step] = core.Table["s"][0];
        }

        return payloads;
    }
}
