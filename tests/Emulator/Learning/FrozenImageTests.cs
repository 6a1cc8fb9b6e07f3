using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Cores;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Learning;

public sealed class FrozenImageTests
{
    private static readonly Network Network = PlasticNetworks.Build(40, 5, 0.3, 6, 1);
    private static readonly ChipSpec.Spec.ChipSpec Chip = PlasticNetworks.Chip(16);
    private static readonly ChipImage Image = NetworkCompiler.Compile(Network, Chip).Image;

    [Fact]
    public void A_frozen_image_fires_like_the_network_described_with_its_weights()
    {
        LearnedState state = Learned();
        ChipImage frozen = FrozenImage.Of(Image, state);

        (string spikes, CoreCounters counts) = Run(frozen);
        (string described, CoreCounters expected) = Run(NetworkCompiler.Compile(Static(state), Chip).Image);

        Assert.Equal(described, spikes);
        Assert.Equal((expected.Spikes, expected.DendriteUpdates, expected.CompartmentsActive), (counts.Spikes, counts.DendriteUpdates, counts.CompartmentsActive));
        Assert.Equal((0, 0, 0), (counts.LearningUpdates, counts.WeightWrites, counts.TraceUpdates));
        Assert.NotEqual(Run(Image).Spikes, spikes);
    }

    [Fact]
    public void A_frozen_image_is_sound_and_has_another_hash()
    {
        LearnedState state = Learned();
        ChipImage frozen = FrozenImage.Of(Image, state);

        Assert.Empty(ChipImageCheck.Run(frozen));
        Assert.Equal(3, new[] { Image, frozen, FrozenImage.Of(Image, LearnedState.Of(Image)) }.Select(image => image.NetworkHash).Distinct().Count());
        Assert.Equal(Image.NetworkName, frozen.NetworkName);
    }

    [Fact]
    public void The_image_stays_as_it_was()
    {
        string before = ChipImageHash.Of(Image);

        FrozenImage.Of(Image, Learned());

        Assert.Equal(before, ChipImageHash.Of(Image));
    }

    [Fact]
    public void A_state_of_another_network_is_refused()
    {
        LearnedState other = LearnedState.Of(Image) with { NetworkHash = new string('0', 32) };

        Assert.Equal("GAN1515", Assert.Single(Assert.Throws<InvalidInputException>(() => FrozenImage.Of(Image, other)).Diagnostics).Code);
    }

    private static LearnedState Learned()
    {
        using var machine = new Machine(Image, Chip, new MachineOptions { Seed = 8 });
        machine.Run(500);
        LearnedState state = machine.ReadLearned();
        Assert.All(state.Projections, projection => Assert.Contains(projection.Weights, weight => weight % 2 != 0));
        return state;
    }

    private static (string Spikes, CoreCounters Counts) Run(ChipImage image)
    {
        using var machine = new Machine(image, Chip, new MachineOptions { Seed = 12 });
        var spikes = new SpikeHash();
        machine.Attach(spikes);
        machine.Run(300);
        Assert.True(spikes.Count > 1000, $"Only {spikes.Count} spikes.");
        return (spikes.Value, machine.Ledger().Totals);
    }

    /// <summary>The network without learning: positive and negative weights apart, since of a mixed projection the lowest bit would be lost.</summary>
    private static Network Static(LearnedState state) => Network with
    {
        Projections = [.. Network.Projections.Where(projection => projection.ThirdFactor is null).SelectMany(projection => Static(projection, state))],
    };

    private static IEnumerable<Projection> Static(Projection projection, LearnedState state)
    {
        if (projection.Plasticity is null)
        {
            return [projection];
        }

        LearnedProjection learned = state.Projections.Single(other => other.Name == projection.Name);
        int sources = Network[projection.Source].Count;
        List<(int Source, Synapse Synapse)> synapses = [];
        for (int source = 0; source < sources; source++)
        {
            List<Synapse> row = [];
            projection.Connectivity.AppendRow(source, row);
            synapses.AddRange(row.OrderBy(synapse => (synapse.Target, synapse.Delay)).Select(synapse => (source, synapse)));
        }

        Assert.Equal(learned.Targets, synapses.Select(entry => entry.Synapse.Target));
        (int Source, Synapse Synapse)[] weighted = [.. synapses.Select((entry, i) => (entry.Source, entry.Synapse with { Weight = learned.Weights[i] }))];
        int exponent = ((IntegerWeights)projection.Unit).Exponent;
        return from sign in new[] { SignMode.Excitatory, SignMode.Inhibitory }
               select projection with
               {
                   Name = $"{projection.Name} {sign}",
                   Plasticity = null,
                   Unit = new IntegerWeights(8, exponent, sign),
                   Connectivity = Explicit.FromSynapses(sources, weighted.Where(entry => sign == SignMode.Excitatory ? entry.Synapse.Weight > 0 : entry.Synapse.Weight < 0)),
               };
    }
}
