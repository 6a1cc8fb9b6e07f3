using Ganglion.Cores.Xylo;

namespace Ganglion.Cores.Tests.Xylo;

public sealed class XyloCoreTests
{
    [Fact]
    public void Input_channel_counts_15_spikes_and_a_neuron_31()
    {
        Core core = Make(compartments: 1, inputs: 1, [[(0, 0, 10)], [(0, 1, 10)]], ("synapseDash", [15]), ("secondSynapseDash", [15]));

        core.Deliver(0, [.. Enumerable.Repeat(new AxonEvent(0), 200), new AxonEvent(1, 40)]);
        core.Update(1);

        Assert.Equal((149, 309), (core.Table["isyn"][0], core.Table["isyn2"][0])); // a decay of 1 each
        Assert.Equal((46, 2, 201), (core.Counters.SynapticEvents, core.Counters.DendriteUpdates, core.Counters.AxonEvents));
    }

    [Fact]
    public void Deliveries_saturate_one_by_one_in_the_order_of_axons()
    {
        Core core = Make(compartments: 1, inputs: 0, [[(0, 0, 30000)], [(0, 0, -10000)], [(0, 0, 5000)]], ("synapseDash", [15]));

        core.Deliver(0, [new AxonEvent(2), new AxonEvent(1)]);
        core.Deliver(0, [new AxonEvent(0, 2)]);
        core.Update(1);

        Assert.Equal(32767 - 10000 + 5000 - 1, core.Table["isyn"][0]);
    }

    [Fact]
    public void A_row_that_reaches_a_state_twice_alternates()
    {
        Core core = Make(compartments: 1, inputs: 0, [[(0, 0, 30000), (0, 0, -20000)]], ("synapseDash", [15]));

        core.Deliver(0, [new AxonEvent(0, 2)]);
        core.Update(1);

        Assert.Equal(32767 - 20000 - 1, core.Table["isyn"][0]); // 30000, 10000, 32767, 12767
    }

    [Fact]
    public void Alias_of_a_higher_number_counts_on_and_one_of_a_lower_number_is_given_afterwards()
    {
        // Compartment 1 fires twice by its bias; 0 and 2 would fire 31 times by theirs.
        Core up = Make(3, 0, [], ("threshold", [10, 100, 10]), ("bias", [0, 201, 1000]), ("alias", [-1, 2, -1]));
        Core down = Make(3, 0, [], ("threshold", [10, 100, 10]), ("bias", [1000, 201, 0]), ("alias", [-1, 0, -1]));

        up.Update(1);
        down.Update(1);

        Assert.Equal([2, 31], up.Payloads.ToArray());
        Assert.Equal(1000 - 290, up.Table["v"][2]);
        Assert.Equal([31, 2], down.Payloads.ToArray());
        Assert.Equal(1000 - 310, down.Table["v"][0]);
    }

    [Fact]
    public void Output_neuron_fires_once()
    {
        Core core = Make(1, 0, [], ("threshold", [10]), ("bias", [1000]), ("maximumSpikes", [1]));

        core.Update(1);

        Assert.Equal([1], core.Payloads.ToArray());
        Assert.Equal(990, core.Table["v"][0]);
    }

    [Fact]
    public void Resting_core_is_skipped_until_it_is_told_of_a_spike()
    {
        Core core = Make(1, 1, [[(0, 0, 4)]], ("synapseDash", [1]), ("membraneDash", [1]));

        core.Deliver(0, [new AxonEvent(0)]);
        for (int step = 1; core.NeedsUpdate(step); step++)
        {
            core.Update(step);
            Assert.InRange(step, 1, 20);
        }

        Assert.Equal(0, core.Table["v"][0]);
        core.Deliver(20, [new AxonEvent(0)]);
        Assert.True(core.NeedsUpdate(21));
    }

    [Fact]
    public void Pending_input_and_reset()
    {
        Core core = Make(2, 1, [[(0, 0, 4), (1, 1, -7)]]);

        core.Deliver(0, [new AxonEvent(0), new AxonEvent(0)]);

        Assert.Equal((8, 0), (core.PendingInput(1, 0), core.PendingSecondInput(1, 0)));
        Assert.Equal((0, -14), (core.PendingInput(1, 1), core.PendingSecondInput(1, 1)));
        core.Reset();
        core.Update(1);
        Assert.Equal((0, 0), (core.Table["isyn"][0], core.PendingSecondInput(2, 1)));
    }

    [Theory]
    [InlineData("synapseDash", 16)]
    [InlineData("membraneDash", -1)]
    [InlineData("threshold", 32768)]
    [InlineData("alias", 0)]
    [InlineData("alias", 1)]
    [InlineData("maximumSpikes", 32)]
    [InlineData("inputAxons", 2)]
    [InlineData("v", -32769)]
    public void Values_beyond_a_register_are_refused_at_loading(string column, int value) =>
        Assert.Throws<ArgumentException>(() => Make(1, 0, [[(0, 0, 4)]], (column, [value])));

    private static Core Make(int compartments, int inputs, (int Target, int Delay, short Weight)[][] axons, params (string Name, int[] Values)[] columns)
    {
        (string, int[])[] all = [.. columns.Select(c => (c.Name, c.Values.Length == 1 && compartments > 1 ? [.. Enumerable.Repeat(c.Values[0], compartments)] : c.Values))];
        return CoreFactory.Create(CoreImages.Of(
            compartments, CoreImages.Sparse(8, 2, axons) with { Receptors = 2 }, columns.Any(c => c.Name == "inputAxons") ? all : [("inputAxons", [inputs]), .. all]) with
        { Model = XyloCore.Model });
    }
}
