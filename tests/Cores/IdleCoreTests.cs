using CsCheck;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.Tests.Synapses;

namespace Ganglion.Cores.Tests;

/// <summary>A core may be skipped when it says so; nobody can tell from its state and counts.</summary>
public sealed class IdleCoreTests
{
    private const int Timesteps = 400;

    /// <summary>Few, far spikes, so that the core comes to rest between them; biases at which it rests or keeps firing.</summary>
    private static readonly Gen<(RandomRows Rows, (int Timestep, int Axon)[] Spikes, int[] Biases, int Refractory, int Decay)> Runs = Gen.Select(
        RandomRows.Any,
        Gen.Select(Gen.Int[1, Timesteps], Gen.Int[0, 1000]).Array[0, 6],
        Gen.OneOf(Gen.Const(0), Gen.OneOf(0, 0, 0, -20, 64), Gen.Int[-100, 6600]).Array[70],
        Gen.Int[1, 3],
        Gen.OneOf(4096, 2048, 300));

    [Fact]
    public void A_core_that_is_skipped_while_idle_ends_as_one_that_is_always_updated()
    {
        long skipped = 0;
        Runs.Sample(run => Interlocked.Add(ref skipped, Compare(run.Rows, run.Spikes, run.Biases, run.Refractory, run.Decay)), iter: 300);

        Assert.True(skipped > Timesteps, $"Only {skipped} timesteps were skipped; the comparison says nothing.");
    }

    [Fact]
    public void A_core_that_fires_in_every_timestep_is_never_idle()
    {
        Core<LoihiCubaLif> core = new(CoreImages.Of(1, CoreImages.NoSynapses, ("threshold", [640]), ("bias", [704])));
        for (int timestep = 1; timestep <= 5; timestep++)
        {
            Assert.True(core.NeedsUpdate(timestep));
            core.Update(timestep);
            Assert.Equal([0], core.Spikes.ToArray());
        }
    }

    private static int Compare(RandomRows rows, (int Timestep, int Axon)[] spikes, int[] biases, int refractory, int decay)
    {
        Core<LoihiCubaLif> skipping = Load(rows, biases, refractory, decay);
        Core<LoihiCubaLif> updating = Load(rows, biases, refractory, decay);
        int skipped = 0;
        for (int timestep = 1; timestep <= Timesteps; timestep++)
        {
            updating.Update(timestep);
            if (skipping.NeedsUpdate(timestep))
            {
                skipping.Update(timestep);
            }
            else
            {
                skipping.Skip();
                skipped++;
            }

            Assert.Equal(updating.Spikes.ToArray(), skipping.Spikes.ToArray());
            Assert.Equal(updating.Counters, skipping.Counters);
            AxonEvent[] axons = [.. spikes.Where(spike => spike.Timestep == timestep).Select(spike => new AxonEvent(spike.Axon % rows.Synapses.Count))];
            if (axons.Length > 0)
            {
                updating.Deliver(timestep, axons);
                skipping.Deliver(timestep, axons);
            }
        }

        AssertSameState(updating, skipping);
        return skipped;
    }

    private static void AssertSameState(Core<LoihiCubaLif> expected, Core<LoihiCubaLif> actual)
    {
        foreach (NeuronVariable variable in LoihiCubaLif.Variables)
        {
            Assert.Equal(expected.Table[variable.Name], actual.Table[variable.Name]);
        }

        Assert.Equal(expected.Dendrites.Accumulators, actual.Dendrites.Accumulators);
    }

    private static Core<LoihiCubaLif> Load(RandomRows rows, int[] biases, int refractory, int decay) => new(CoreImages.Of(
        rows.Compartments, rows.Memory,
        ("threshold", [6400]), ("currentDecay", [decay]), ("potentialDecay", [decay]), ("refractory", [refractory]), ("bias", biases[..rows.Compartments])));
}
