using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Tests;

/// <summary>Life of a core: loading, running, resetting.</summary>
public sealed class CoreTests
{
    [Fact]
    public void Reset_gives_the_first_run_again_and_keeps_the_counters()
    {
        Core core = CoreFactory.Create(Loaded());
        string first = Run(core);
        CoreCounters once = core.Counters;

        core.Reset();
        Assert.Equal(first, Run(core));
        once.Add(once);
        Assert.Equal(once, core.Counters);
    }

    [Fact]
    public void Reset_forgets_input_that_is_under_way()
    {
        Core core = CoreFactory.Create(CoreImages.Of(1, CoreImages.Sparse(8, 8, [(0, 5, (short)100)])));
        core.Deliver(1, [0]);

        core.Reset();

        Assert.All(Enumerable.Range(1, 8), timestep => Assert.Equal(0, core.PendingInput(timestep, 0)));
    }

    [Fact]
    public void Nothing_is_allocated_per_timestep()
    {
        Core core = CoreFactory.Create(Loaded());
        AxonEvent[] axons = [0, 1, 0];
        RunFor(core, axons, 100);

        long before = GC.GetAllocatedBytesForCurrentThread();
        RunFor(core, axons, 10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_unknown_model_is_refused_and_the_known_ones_are_named()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => CoreFactory.Create(CoreImages.Of(1, CoreImages.NoSynapses) with { Model = "hodgkin-huxley" }));

        Assert.Contains("loihi-cuba-lif", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_the_wrong_length_or_name_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CoreFactory.Create(CoreImages.Of(3, CoreImages.NoSynapses, ("threshold", [1, 2]))));
        Assert.Throws<ArgumentException>(() => CoreFactory.Create(CoreImages.Of(3, CoreImages.NoSynapses, ("treshold", [1]))));
    }

    [Fact]
    public void Counters_add_up_and_subtract_field_by_field()
    {
        var earlier = new CoreCounters { AxonEvents = 1, SynapticEventsSparse = 2, SynapticEventsDense = 3, SynapticEventsShared = 4, DendriteUpdates = 5, CompartmentsActive = 6, CompartmentsInactive = 7, Spikes = 8, MessagesOut = 9 };
        CoreCounters sum = earlier;
        sum.Add(earlier);

        Assert.Equal(earlier, sum.Since(earlier));
        Assert.Equal((2, 18, 18), (sum.AxonEvents, sum.SynapticEvents, sum.MessagesOut));
    }

    private static CoreImage Loaded() => CoreImages.Of(
        20,
        CoreImages.Sparse(32, 8, [(0, 0, (short)120), (5, 7, (short)90), (19, 2, (short)-30)], [(7, 3, (short)200), (5, 1, (short)50)]),
        ("currentDecay", [300]), ("potentialDecay", [100]), ("bias", [40]), ("refractory", [3]), ("v", [.. Enumerable.Range(0, 20)]));

    private static string Run(Core core)
    {
        var log = new System.Text.StringBuilder();
        for (int timestep = 1; timestep <= 100; timestep++)
        {
            core.Update(timestep);
            log.Append(string.Join(' ', core.Spikes.ToArray())).Append('|').AppendJoin(' ', core.Table["v"]).AppendLine();
            core.Deliver(timestep, timestep % 3 == 0 ? [0, 1] : [1]);
        }

        Assert.True(core.Counters.Spikes > 0);
        return log.ToString();
    }

    private static void RunFor(Core core, AxonEvent[] axons, int timesteps)
    {
        for (int timestep = 1; timestep <= timesteps; timestep++)
        {
            core.Update(timestep);
            core.Deliver(timestep, axons);
        }
    }
}
