using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.TrueNorth;

namespace Ganglion.Cores.Tests.TrueNorth;

public sealed class CrossbarCoreTests
{
    private const int Slots = 16;
    private const int Stride = 128;
    private const int Ticks = 60;

    private static readonly Gen<(int Tick, int Axon, int Delay)> Spike = Gen.Select(Gen.Int[1, Ticks], Gen.Int[0, 999], Gen.Int[0, 15]);

    private static readonly Gen<RandomCrossbar> Crossbars = Gen.Select(Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[0, 3], Gen.ULong)
        .Select((axons, compartments, density, seed) => new RandomCrossbar(axons, compartments, density, seed));

    [Fact]
    public void A_core_does_what_the_equations_say() =>
        Gen.Select(Crossbars, Spike.Array[0, 120]).Sample(CompareWithOracle, iter: 300);

    [Fact]
    public void A_core_that_is_skipped_while_idle_ends_as_one_that_is_always_updated()
    {
        long skipped = 0;
        Gen.Select(Crossbars, Spike.Array[0, 7]).Sample((crossbar, spikes) => Interlocked.Add(ref skipped, CompareWithSkipping(crossbar, spikes)), iter: 200);

        Assert.True(skipped > Ticks, $"Only {skipped} timesteps were skipped; the comparison says nothing.");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(14, 15)]
    public void A_spike_acts_after_its_delay(int delay, int ticks)
    {
        CrossbarCore core = One(weight: 5);
        core.Deliver(0, [new AxonEvent(0, 1, delay)]);

        Assert.Equal([.. Enumerable.Repeat(0, ticks - 1), 5], Run(core, ticks));
    }

    [Fact]
    public void A_spike_that_would_need_the_slot_being_read_is_dropped()
    {
        CrossbarCore core = One(weight: 5);
        core.Deliver(0, [new AxonEvent(0, 1, 15)]);

        Assert.Equal(new int[40], Run(core, 40));
        Assert.Equal((1, 0), (core.Counters.AxonEvents, core.Counters.SynapticEvents));
    }

    [Fact]
    public void Spikes_that_meet_on_an_axon_are_one()
    {
        CrossbarCore core = One(weight: 5);
        core.Deliver(0, [new AxonEvent(0, 1, 2), 0]);
        core.Update(1);
        core.Deliver(1, [0, new AxonEvent(0, 1, 1)]);

        Assert.Equal(5, core.PendingInput(2, 0));
        Assert.Equal([5, 5 + 5, 5 + 5 + 5], new[] { core.Table["v"][0] }.Concat(Run(core, 2, first: 2)));
        Assert.Equal((4, 3), (core.Counters.AxonEvents, core.Counters.SynapticEvents));
    }

    [Fact]
    public void A_core_with_leak_is_never_idle_until_the_leak_changes_nothing()
    {
        CrossbarCore core = new(CoreImages.Of(1, Memory([]), ("v", [3]), ("threshold", [100]), ("leak", [-1]), ("leakReversal", [1])));

        Assert.Equal([2, 1, 0, 0], Run(core, 4));
        Assert.False(core.NeedsUpdate(5));
    }

    [Theory]
    [InlineData(4u << 16)]
    [InlineData((1u << 16) | 0)]
    [InlineData(2u)]
    [InlineData(7u)]
    public void Rows_that_are_none_of_a_crossbar_are_refused(uint second)
    {
        SynapseMemory memory = CoreImages.Memory(8, Slots, [new SynapseRow(0, 2, 0, RowForm.Sparse, RowForm.Dense)], [2, second]);

        Assert.Contains("axon 0", Assert.Throws<ArgumentException>(() => new CrossbarCore(CoreImages.Of(5, memory))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_weights_are_refused()
    {
        SynapseMemory memory = CoreImages.Memory(8, Slots, [new SynapseRow(0, 2, 0, RowForm.Dense, RowForm.Dense)], dense: [1, 2]);

        Assert.Throws<ArgumentException>(() => new CrossbarCore(CoreImages.Of(5, memory)));
    }

    [Fact]
    public void Stochastic_compartments_need_their_logical_ids() =>
        Assert.Throws<ArgumentException>(() => new CrossbarCore(CoreImages.Of(5, Memory([]), ("thresholdMask", [1]))));

    private static CrossbarCore One(int weight) =>
        new(CoreImages.Of(1, Memory([[0]]), ("weight0", [weight]), ("threshold", [1000])));

    private static SynapseMemory Memory(int[][] targets) =>
        CoreImages.Sparse(8, Slots, [.. targets.Select(row => row.Select(target => (target, 0, (short)0)).ToArray())]);

    private static int[] Run(CrossbarCore core, int ticks, int first = 1)
    {
        int[] potentials = new int[ticks];
        for (int i = 0; i < ticks; i++)
        {
            core.Update(first + i);
            potentials[i] = core.Table["v"][0];
        }

        return potentials;
    }

    private static void CompareWithOracle(RandomCrossbar crossbar, (int Tick, int Axon, int Delay)[] spikes)
    {
        CrossbarCore core = new(crossbar.Image(Stride, Slots));
        CompartmentTable table = new(TrueNorthLif.Variables, crossbar.Image(Stride, Slots));
        var oracle = TrueNorthLif.Bind(table);
        long synapticEvents = 0;
        for (int tick = 1; tick <= Ticks; tick++)
        {
            int[] active = [.. spikes.Where(spike => spike.Delay < Slots - 1 && spike.Tick + 1 + spike.Delay == tick).Select(spike => spike.Axon % crossbar.Axons).Distinct()];
            List<int> fired = [];
            for (int i = 0; i < crossbar.Compartments; i++)
            {
                int input = active.Where(axon => crossbar.Connected[axon][i]).Sum(axon => crossbar.Weights[crossbar.Types[axon]][i]);
                Assert.Equal(input, core.PendingInput(tick, i));
                if (oracle.Step(i, input).Spiked)
                {
                    fired.Add(i);
                }
            }

            synapticEvents += active.Sum(axon => crossbar.Connected[axon].Count(connected => connected));
            core.Update(tick);
            Assert.Equal(fired, core.Spikes.ToArray());
            Assert.Equal(table["v"], core.Table["v"]);
            Assert.Equal(synapticEvents, core.Counters.SynapticEvents);
            core.Deliver(tick, [.. spikes.Where(spike => spike.Tick == tick).Select(spike => new AxonEvent(spike.Axon % crossbar.Axons, 1, spike.Delay))]);
        }
    }

    private static int CompareWithSkipping(RandomCrossbar crossbar, (int Tick, int Axon, int Delay)[] spikes)
    {
        CrossbarCore updating = new(crossbar.Image(Stride, Slots));
        CrossbarCore skipping = new(crossbar.Image(Stride, Slots));
        int skipped = 0;
        for (int tick = 1; tick <= Ticks; tick++)
        {
            updating.Update(tick);
            if (skipping.NeedsUpdate(tick))
            {
                skipping.Update(tick);
            }
            else
            {
                skipping.Skip();
                skipped++;
            }

            Assert.Equal(updating.Spikes.ToArray(), skipping.Spikes.ToArray());
            Assert.Equal(updating.Counters, skipping.Counters);
            AxonEvent[] events = [.. spikes.Where(spike => spike.Tick == tick).Select(spike => new AxonEvent(spike.Axon % crossbar.Axons, 1, spike.Delay))];
            updating.Deliver(tick, events);
            skipping.Deliver(tick, events);
        }

        Assert.Equal(updating.Table["v"], skipping.Table["v"]);
        return skipped;
    }
}
