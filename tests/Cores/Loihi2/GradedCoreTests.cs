using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Tests.Loihi2;

public sealed class GradedCoreTests
{
    private static readonly SynapseMemory OneAxon = CoreImages.Sparse(16, 2, [[(0, 0, 3)]]);

    [Fact]
    public void Payload_multiplies_the_weight()
    {
        Core core = Make("loihi2-graded-vector", OneAxon);

        core.Deliver(0, [new AxonEvent(0, -7)]);
        core.Update(1);

        Assert.Equal([0], core.Spikes.ToArray());
        Assert.Equal([-21], core.Payloads.ToArray());
    }

    [Theory]
    [InlineData(-1, -21, -11)] // the sum is shifted, towards minus infinity; shifting 3 first would give -7
    [InlineData(2, -21, -84)]
    [InlineData(0, -21, -21)]
    public void Exponent_acts_on_the_sum(int exponent, int sum, int expected)
    {
        Core core = Make("loihi2-graded-vector", OneAxon, ("weightExponent", exponent));

        core.Deliver(0, [new AxonEvent(0, (sum / 3) + 1), new AxonEvent(0, -1)]);
        core.Update(1);

        Assert.Equal([expected], core.Payloads.ToArray());
    }

    [Fact]
    public void Sum_wraps_at_32_bits()
    {
        Core core = Make("loihi2-graded-vector", OneAxon);

        core.Deliver(0, [new AxonEvent(0, 1 << 30)]);
        core.Update(1);

        Assert.Equal([unchecked(3 * (1 << 30))], core.Payloads.ToArray());
    }

    [Fact]
    public void Axonal_delay_moves_the_effect()
    {
        Core core = Make("loihi2-graded-vector", OneAxon);

        core.Deliver(0, [new AxonEvent(0, 1, Delay: 1)]);
        core.Update(1);
        Assert.Empty(core.Spikes.ToArray());
        core.Update(2);

        Assert.Equal([3], core.Payloads.ToArray());
    }

    [Fact]
    public void Second_port_has_an_accumulator_of_its_own()
    {
        Core core = Make("loihi2-product", TwoPorts(3, -5));

        core.Deliver(0, [new AxonEvent(0), new AxonEvent(1, 2)]);
        Assert.Equal(3, core.PendingInput(1, 0));
        Assert.Equal(-10, core.PendingSecondInput(1, 0));
        core.Update(1);

        Assert.Equal([-30], core.Payloads.ToArray());
    }

    [Theory]
    [InlineData(16, 40_000, 32_767)]
    [InlineData(16, -40_000, -32_768)]
    [InlineData(16, 32_767, 32_767)]
    [InlineData(17, 40_000, 40_000)]
    [InlineData(1, 5, 0)] // a signed bit holds 0 and −1
    [InlineData(1, -5, -1)]
    [InlineData(32, int.MinValue, int.MinValue)]
    [InlineData(0, -40_000, 1)]
    [InlineData(0, 0, 0)]
    public void Payload_is_clipped_to_its_width(int bits, int value, int expected)
    {
        Core core = Make("loihi2-graded-vector", CoreImages.Sparse(16, 2, [[(0, 0, 1)]]), ("payloadBits", bits));

        core.Deliver(0, [new AxonEvent(0, value)]);
        core.Update(1);

        Assert.Equal(expected == 0 ? [] : [expected], core.Payloads.ToArray());
        Assert.Equal(expected, core.Table["s"][0]);
    }

    [Fact]
    public void Ports_have_exponents_of_their_own()
    {
        Core core = Make(
            "loihi2-product", TwoPorts(3, 5), ("weightExponent", 4), ("secondWeightExponent", -1));

        core.Deliver(0, [0, 1]);
        core.Update(1);

        Assert.Equal([3 * 16 * 2], core.Payloads.ToArray());
    }

    [Fact]
    public void Synapses_must_be_for_the_ports_of_the_model()
    {
        Assert.Throws<ArgumentException>(() => Make("loihi2-product", OneAxon));
        Assert.Throws<ArgumentException>(() => Make("loihi2-sigma", TwoPorts(1, 1)));
        Assert.Throws<ArgumentException>(() => Make("loihi2-product", CoreImages.NoSynapses with { Receptors = 2 }));
    }

    [Fact]
    public void Resting_core_settles_and_silence_is_told()
    {
        Core core = Make("loihi2-graded-vector", OneAxon);

        core.Deliver(0, [new AxonEvent(0)]);
        core.Update(1);
        core.Update(2);
        Assert.Equal(0, core.Table["s"][0]);
        core.Update(3);

        Assert.False(core.NeedsUpdate(4));
    }

    [Fact]
    public void Reset_forgets_state_and_pending_input()
    {
        Core core = Make("loihi2-sigma", OneAxon);
        core.Deliver(0, [new AxonEvent(0)]);
        core.Update(1);
        core.Deliver(1, [new AxonEvent(0)]);

        core.Reset();
        core.Update(1);
        core.Update(2);

        Assert.Equal(0, core.Table["sigma"][0]);
    }

    /// <summary>Axon 0 onto the first port of compartment 0, axon 1 onto its second.</summary>
    private static SynapseMemory TwoPorts(short first, short second) =>
        CoreImages.Sparse(8, 4, [[(0, 0, first)], [(0, 1, second)]]) with { Receptors = 2 };

    internal static Core Make(string model, SynapseMemory memory, params (string Name, int Value)[] columns) => CoreFactory.Create(
        CoreImages.Of(1, memory, [.. columns.Select(column => (column.Name, new[] { column.Value }))]) with { Model = model });
}
