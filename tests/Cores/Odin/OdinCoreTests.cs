using Ganglion.Cores.Odin;
using static Ganglion.Cores.Tests.Odin.OdinCores;

namespace Ganglion.Cores.Tests.Odin;

public sealed class OdinCoreTests
{
    [Theory]
    [InlineData(6, new[] { 0 })]
    [InlineData(7, new[] { 0 })]
    [InlineData(8, new int[0])]
    public void Threshold_fires_at_equality(int threshold, int[] spikes) =>
        Assert.Equal(spikes, Make(Unconnected(1), [Virtual(0, 7)], ("threshold", [threshold])).Step(1, 1));

    [Fact]
    public void Potential_does_not_wrap_at_eight_bits() =>
        Assert.Equal([0], Make(Unconnected(1), [Virtual(0, 7)], ("v", [253]), ("threshold", [255])).Step(1, 1));

    [Fact]
    public void Potential_stops_at_zero()
    {
        OdinCore core = Make(Unconnected(1), [Virtual(0, 7, inhibitory: true)], ("v", [3]));

        core.Step(1, 1);

        Assert.Equal(0, core.Table["v"][0]);
    }

    [Fact]
    public void Axons_act_in_their_order_whatever_the_order_of_arrival()
    {
        int[][] arrivals = [[1, 2, 3], [3, 2, 1], [2, 3, 1]];
        foreach (int[] arrival in arrivals)
        {
            // 2, less 7 with the floor, plus 7 leaves 7; the other orders leave 0 or 2.
            OdinCore core = Make(Unconnected(1), [Virtual(0, 2), Virtual(0, 7, inhibitory: true), Virtual(0, 7)]);

            core.Step(1, [.. arrival.Select(axon => new AxonEvent(axon))]);

            Assert.Equal(7, core.Table["v"][0]);
        }
    }

    [Fact]
    public void Virtual_synapse_of_all_zeros_is_a_spike()
    {
        OdinCore core = Make([[0, Mapped(5)], [0, 0]], [Virtual(0, 0)]);

        core.Step(1, 2);

        Assert.Equal(5, core.Table["v"][1]);
    }

    [Fact]
    public void Disabled_neuron_fires_for_nobody()
    {
        OdinCore core = Make([[Mapped(7)]], [Virtual(0, 7)], ("threshold", [7]), ("disabled", [1]));

        Assert.Empty(core.Step(1, 1));
        Assert.Equal(0, core.Table["v"][0]);
    }

    [Fact]
    public void Queue_keeps_32_spikes_and_loses_the_rest()
    {
        // A time reference makes 40 neurons fire; each spike that the queue keeps adds 1 to neuron 40.
        short[][] synapses = Unconnected(41);
        foreach (short[] row in synapses)
        {
            row[40] = Mapped(1);
        }

        OdinCore core = Make(synapses, [TimeReference], ("threshold", [.. Enumerable.Repeat(1, 40), 255]), ("v", [.. Enumerable.Repeat(1, 40), 0]));

        Assert.Equal(Enumerable.Range(0, 40), core.Step(1, 41));
        Assert.Equal(32, core.Table["v"][40]);
    }

    [Fact]
    public void Endless_loop_is_cut_at_the_limit_and_goes_on_in_the_next_timestep()
    {
        OdinCore core = Make([[Mapped(7)]], [], ("threshold", [7]), ("queueLimit", [10]));

        Assert.Equal(10, core.Step(1, 0).Length);
        Assert.NotEqual(0, core.PendingSecondInput(2, 0));
        Assert.True(core.NeedsUpdate(2));
        Assert.Equal(10, core.Step(2).Length);
    }

    [Fact]
    public void Open_loop_tells_spikes_but_does_not_follow_them()
    {
        OdinCore core = Make([[Mapped(7)]], [], ("threshold", [7]), ("openLoop", [1]));

        Assert.Equal([0], core.Step(1, 0));
        Assert.Empty(core.Step(2));
    }

    [Fact]
    public void Axonal_delay_moves_the_effect()
    {
        OdinCore core = Make(Unconnected(1), [Virtual(0, 5)]);

        core.Step(1, new AxonEvent(1, 1, Delay: 1));
        Assert.Equal(0, core.Table["v"][0]);
        core.Step(2);

        Assert.Equal(5, core.Table["v"][0]);
    }

    [Fact]
    public void Core_without_events_settles()
    {
        OdinCore core = Make(Unconnected(1), [Virtual(0, 5)]);

        core.Step(1, 1);
        core.Step(2);

        Assert.False(core.NeedsUpdate(4));
    }

    [Fact]
    public void Time_reference_comes_first_in_every_tick_of_its_period()
    {
        // 5 − 2 + 3 in timestep 2, which would be 5 + 3 − 2 the other way round if the threshold of 8 were not in between.
        OdinCore core = Make(
            Unconnected(1), [Virtual(0, 3)], ("v", [5]), ("leak", [2]), ("leakEnabled", [1]), ("threshold", [8]), ("timeReferencePeriod", [2]));

        core.Step(1);
        Assert.Equal(5, core.Table["v"][0]);
        Assert.Empty(core.Step(2, 1));

        Assert.Equal(6, core.Table["v"][0]);
    }

    [Fact]
    public void Core_that_leaks_settles_at_zero()
    {
        OdinCore core = Make(Unconnected(1), [], ("v", [5]), ("leak", [2]), ("leakEnabled", [1]), ("timeReferencePeriod", [1]));

        long[] visited = [.. Enumerable.Range(1, 6).Select(timestep => (long)timestep).Where(timestep => IsVisited(core, timestep))];

        Assert.Equal([1, 2, 3], visited);
        Assert.Equal(0, core.Table["v"][0]);
        Assert.Equal(3, core.Counters.CompartmentsActive);

        static bool IsVisited(OdinCore core, long timestep)
        {
            bool isNeeded = core.NeedsUpdate(timestep);
            if (isNeeded)
            {
                core.Update(timestep);
            }

            return isNeeded;
        }
    }

    [Fact]
    public void Spike_counts_every_neuron_of_the_chip_as_a_synaptic_event()
    {
        OdinCore core = Make(Unconnected(3), [Single(0, 1), Virtual(2, 5), TimeReference]);
        OdinCore small = Make(Unconnected(3), [], ("slots", [100]));

        core.Step(1, 0, 1, 3, 4, 5);
        small.Step(1, 2);

        Assert.Equal((2 * 256) + 2, core.Counters.SynapticEvents);
        Assert.Equal(100, small.Counters.SynapticEvents);
    }

    [Fact]
    public void Pending_input_of_a_neuron_is_what_can_reach_it()
    {
        OdinCore core = Make([[0, Mapped(5)], [0, 0]], [Virtual(0, 2)]);

        core.Deliver(0, [0]);
        Assert.Equal(0, core.PendingInput(1, 0));
        Assert.NotEqual(0, core.PendingInput(1, 1));
        core.Deliver(0, [2]);

        Assert.NotEqual(0, core.PendingInput(1, 0));
    }

    [Fact]
    public void Images_that_the_chip_cannot_hold_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Make(Unconnected(257), []));
        Assert.Throws<ArgumentException>(() => Make([[16]], []));
        Assert.Throws<ArgumentException>(() => Make(Unconnected(1), [1 << 17]));
        Assert.Throws<ArgumentException>(() => Make(Unconnected(1), [Single(0, 1)]));
        Assert.Throws<ArgumentException>(() => Make(Unconnected(1), [], ("threshold", [256])));
        Assert.Throws<ArgumentException>(() => Make(Unconnected(1), [], ("leak", [-1])));
    }
}
