using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.Xylo;

namespace Ganglion.Cores.Tests.Xylo;

/// <summary>The scalar step by hand at its edges, and as the oracle of the vector step.</summary>
public sealed class XyloSomaTests
{
    private static readonly Gen<int> State = Gen.OneOf(
        Gen.Int[-32768, 32767], Gen.Int[-3, 3], Gen.OneOf(-32768, -32767, -1, 0, 1, 32766, 32767));

    private static readonly Gen<int> Dash = Gen.OneOf(Gen.Int[0, 15], Gen.OneOf(0, 1, 14, 15));

    private static readonly (string Name, Gen<int> Values)[] Columns =
    [
        ("synapseDash", Dash),
        ("secondSynapseDash", Dash),
        ("membraneDash", Dash),
        ("threshold", Gen.OneOf(Gen.Int[1, 32767], Gen.Int[1, 100], Gen.OneOf(-32768, -1, 0, 1, 32767))),
        ("bias", Gen.OneOf(Gen.Const(0), State)),
        ("maximumSpikes", Gen.OneOf(Gen.Const(1), Gen.Const(31))),
        ("isyn", State),
        ("isyn2", Gen.OneOf(Gen.Const(0), State)),
        ("v", State),
    ];

    [Theory]
    [InlineData(100, 3, 88)]        // 100 » 3 is 12
    [InlineData(7, 3, 6)]           // 7 » 3 is 0, so that 1 is lost
    [InlineData(1, 15, 0)]
    [InlineData(0, 3, 0)]
    [InlineData(-1, 3, 0)]          // −1 » 3 is −1
    [InlineData(-9, 3, -7)]         // −9 » 3 is −2
    [InlineData(-32768, 15, -32767)]
    [InlineData(1234, 0, 0)]
    [InlineData(-1234, 0, 0)]
    public void Decay_is_an_arithmetic_shift_and_at_least_1(int state, int dash, int expected)
    {
        CompartmentTable synapse = Table(("isyn", state), ("synapseDash", dash));
        CompartmentTable membrane = Table(("v", state), ("membraneDash", dash));

        new XyloSoma(synapse).Step(0, 0);
        new XyloSoma(membrane).Step(0, 0);

        Assert.Equal(expected, synapse["isyn"][0]);
        Assert.Equal(expected, membrane["v"][0]);
    }

    [Fact]
    public void Spike_comes_at_the_threshold_and_subtracts_it()
    {
        Assert.Equal((1, 0), Fire(v: 100, threshold: 100));
        Assert.Equal((0, 99), Fire(v: 99, threshold: 100));
        Assert.Equal((3, 5), Fire(v: 305, threshold: 100));
    }

    [Fact]
    public void Spikes_end_at_the_maximum_and_the_rest_stays() => Assert.Equal((31, 32767 - (31 * 1000)), Fire(v: 32767, threshold: 1000));

    [Fact]
    public void Spikes_of_an_alias_count_towards_the_maximum()
    {
        CompartmentTable table = Table(("v", 20000), ("threshold", 100), ("membraneDash", 15));

        Assert.Equal(31, new XyloSoma(table).Step(0, 29).Spikes);
        Assert.Equal(20000 - 1 - 200, table["v"][0]);
    }

    [Fact]
    public void Synapse_states_are_summed_before_the_sum_saturates()
    {
        CompartmentTable table = Table(
            ("isyn", 32767), ("synapseDash", 15), ("isyn2", -32768), ("secondSynapseDash", 15), ("v", 10), ("membraneDash", 15), ("threshold", 32767));

        new XyloSoma(table).Step(0, 0);

        Assert.Equal((32766, -32767), (table["isyn"][0], table["isyn2"][0]));
        Assert.Equal(8, table["v"][0]); // 10 − 1 + (32766 − 32767)
    }

    [Fact]
    public void Potential_saturates_at_every_addition()
    {
        CompartmentTable table = Table(("isyn", 30000), ("synapseDash", 15), ("bias", 30000), ("v", -32768), ("membraneDash", 15), ("threshold", 32767));

        new XyloSoma(table).Step(0, 0);

        Assert.Equal(-1, table["v"][0]); // the change stops at 32767, not at 1 + 29999 + 30000
    }

    [Fact]
    public void Vector_step_equals_scalar_step_for_any_parameters_and_state() =>
        Gen.Select(
            Lanes(0), Lanes(1), Lanes(2), Lanes(3), Lanes(4), Lanes(5), Lanes(6), Lanes(7), Lanes(8),
            (a, b, c, d, e, f, g, h, i) => new[] { a, b, c, d, e, f, g, h, i }).Sample(Compare, iter: 20_000);

    private static Gen<int[]> Lanes(int column) => Columns[column].Values.Array[8];

    private static void Compare(int[][] values)
    {
        CoreImage image = CoreImages.Of(8, CoreImages.NoSynapses, [.. Columns.Zip(values, (column, list) => (column.Name, list))]);
        var scalar = new CompartmentTable(XyloCore.Columns, image);
        var vector = new CompartmentTable(XyloCore.Columns, image);
        SomaLanes lanes = default;
        int[] spikes = new int[8];
        var soma = new XyloSoma(scalar);

        System.Runtime.Intrinsics.Vector256.CopyTo(new XyloSoma(vector).Step(0, ref lanes), spikes);
        XyloStep[] steps = [.. Enumerable.Range(0, 8).Select(compartment => soma.Step(compartment, 0))];

        Assert.Equal(steps.Select(step => step.Spikes), spikes);
        Assert.Equal(steps.Select(step => step.Spikes > 0), Bits(lanes.Spiked));
        Assert.Equal(steps.Select(step => step.Active), Bits(lanes.Active));
        Assert.Equal(steps.Any(step => step.Changed), lanes.Changed != System.Runtime.Intrinsics.Vector256<int>.Zero);
        foreach (NeuronVariable variable in XyloCore.Columns)
        {
            Assert.Equal(scalar[variable.Name], vector[variable.Name]);
        }
    }

    private static IEnumerable<bool> Bits(uint mask) => Enumerable.Range(0, 8).Select(bit => (mask >> bit & 1) == 1);

    /// <summary>Spikes and potential afterwards of a compartment whose potential is <paramref name="v"/> when it is compared.</summary>
    private static (int Spikes, int V) Fire(int v, int threshold)
    {
        CompartmentTable table = Table(("isyn", Math.Min(v + 1, 32767)), ("synapseDash", 15), ("v", v == 32767 ? 1000 : 0), ("membraneDash", 15), ("threshold", threshold));
        return (new XyloSoma(table).Step(0, 0).Spikes, table["v"][0]);
    }

    private static CompartmentTable Table(params (string Name, int Value)[] columns) =>
        new(XyloCore.Columns, CoreImages.Of(1, CoreImages.NoSynapses, [.. columns.Select(column => (column.Name, new[] { column.Value }))]));
}
