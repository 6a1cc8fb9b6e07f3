using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Tests.Synapses;

/// <summary>All row forms bring the same input as a plain list of synapses, over many turns of the delay ring.</summary>
public sealed class RowDeliveryTests
{
    [Fact]
    public void Every_row_form_delivers_what_a_plain_list_of_synapses_would() =>
        Gen.Select(RandomRows.Any, Gen.Select(Gen.Int[0, 1000], Gen.OneOf(Gen.Const(1), Gen.Int[-5, 5], Gen.Int)).Array[0, 20].Array[1, 150]).Sample(Compare, iter: 300);

    private static void Compare(RandomRows rows, (int Axon, int Payload)[][] spikes)
    {
        var core = new Core<LoihiCubaLif>(CoreImages.Of(rows.Compartments, rows.Memory, ("threshold", [int.MaxValue])));
        var oracle = new PlainDendrites(rows);
        long updates = 0;
        long axonEvents = 0;
        for (int timestep = 1; timestep <= spikes.Length; timestep++)
        {
            for (int compartment = 0; compartment < rows.Compartments; compartment++)
            {
                Assert.Equal(oracle.Sum(timestep, compartment), core.PendingInput(timestep, compartment));
                Assert.Equal(oracle.Touched(timestep, compartment), core.Dendrites.Pending(timestep)[compartment] != 0);
                updates += oracle.Touched(timestep, compartment) ? 1 : 0;
            }

            core.Update(timestep);
            AxonEvent[] events = [.. spikes[timestep - 1].Select(spike => new AxonEvent(spike.Axon % rows.Synapses.Count, spike.Payload))];
            axonEvents += events.Length;
            core.Deliver(timestep, events);
            oracle.Deliver(timestep, events);
        }

        Assert.Equal(updates, core.Counters.DendriteUpdates);
        Assert.Equal(oracle.SynapticEvents, core.Counters.SynapticEvents);
        Assert.Equal(axonEvents, core.Counters.AxonEvents);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(62, 63)]
    [InlineData(63, 64)]
    public void A_spike_acts_one_timestep_and_its_delay_later(int delay, int later)
    {
        var core = new Core<LoihiCubaLif>(CoreImages.Of(1, CoreImages.Sparse(8, 64, [(0, delay, (short)5)]), ("threshold", [int.MaxValue])));
        List<int> acted = [];
        for (int timestep = 1; timestep <= 300; timestep++)
        {
            core.Update(timestep);
            if (core.Table["u"][0] != 0)
            {
                acted.Add(timestep);
            }

            core.Deliver(timestep, timestep is 7 or 100 ? [0] : []);
        }

        Assert.Equal([7 + later, 100 + later], acted);
    }

    [Fact]
    public void An_axon_that_fires_several_times_counts_several_times()
    {
        var core = new Core<LoihiCubaLif>(CoreImages.Of(1, CoreImages.Sparse(8, 1, [(0, 0, (short)5)])));

        core.Deliver(1, [0, 0, 0]);

        Assert.Equal(15, core.PendingInput(2, 0));
        Assert.Equal((3, 3), (core.Counters.AxonEvents, core.Counters.SynapticEvents));
    }

    [Theory]
    [InlineData(7, -7)]
    [InlineData(0, 0)]
    [InlineData(-32768, -32768)]
    public void An_accumulator_is_touched_even_if_its_weights_cancel(short first, short second)
    {
        var core = new Core<LoihiCubaLif>(CoreImages.Of(3, CoreImages.Sparse(8, 1, [(1, 0, first)], [(1, 0, second)])));

        core.Deliver(1, [0, 1]);
        core.Update(2);

        Assert.Equal(0, core.Table["u"][1]);
        Assert.Equal((1, 1, 2), (core.Counters.DendriteUpdates, core.Counters.CompartmentsActive, core.Counters.CompartmentsInactive));
    }

    [Fact]
    public void Synaptic_events_are_counted_by_the_encoding_on_the_chip()
    {
        SynapseMemory memory = CoreImages.Memory(
            8, 1,
            [
                new SynapseRow(0, 2, 0, RowForm.Sparse, RowForm.Dense),
                new SynapseRow(0, 3, 0, RowForm.Dense, RowForm.Sparse),
                new SynapseRow(0, 1, 1, RowForm.Shared, RowForm.Shared),
            ],
            [CoreImages.Word(8, 0, 0, 1), CoreImages.Word(8, 1, 0, 1)],
            [1, 2, 3]);
        var core = new Core<LoihiCubaLif>(CoreImages.Of(3, memory));

        core.Deliver(1, [0, 1, 2]);

        Assert.Equal(
            (3, 2, 1), (core.Counters.SynapticEventsSparse, core.Counters.SynapticEventsDense, core.Counters.SynapticEventsShared));
    }
}
