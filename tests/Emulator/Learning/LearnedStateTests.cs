using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Learning;

public sealed class LearnedStateTests
{
    private static readonly Network Network = PlasticNetworks.Build(40, 5, 0.3, 6, 2);
    private static readonly ChipSpec.Spec.ChipSpec Chip = PlasticNetworks.Chip(16);
    private static readonly ChipImage Image = NetworkCompiler.Compile(Network, Chip).Image;
    private static readonly MachineOptions Options = new() { Seed = 3 };

    [Fact]
    public void A_machine_begins_with_the_weights_of_its_image()
    {
        using var machine = new Machine(Image, Chip, Options);

        LearnedState state = machine.ReadLearned();

        AssertEqual(LearnedState.Of(Image), state);
        Assert.Equal(["rewarded", "recurrent", "input"], state.Projections.Select(projection => projection.Name));
        Assert.All(state.Projections, projection => Assert.NotEmpty(projection.Weights));
        Assert.Equal(Image.NetworkHash, state.NetworkHash);
    }

    [Fact]
    public void What_was_learned_is_what_another_machine_begins_with()
    {
        LearnedState state = Learned(Image, 400);
        using var machine = new Machine(Image, Chip, Options);
        machine.LoadLearned(state);

        AssertEqual(state, machine.ReadLearned());
        Assert.NotEqual(LearnedState.Of(Image).Projections[0].Weights, state.Projections[0].Weights);
        Assert.NotEmpty(state.Projections[0].Tags);
        Assert.NotEmpty(state.Projections[1].Delays);
    }

    [Fact]
    public void Loaded_weights_act_from_the_first_spike_on()
    {
        LearnedState state = Learned(Image, 400);
        using var machine = new Machine(Image, Chip, Options);
        machine.LoadLearned(state);

        // The same network, described with the learned weights from the beginning.
        using var described = new Machine(WithWeights(Image, state), Chip, Options);

        Assert.Equal(Run(described, 200), Run(machine, 200));
        Assert.Equal(described.StateHash(), machine.StateHash());
    }

    [Fact]
    public void A_reset_comes_back_to_what_was_loaded()
    {
        LearnedState state = Learned(Image, 400);
        using var machine = new Machine(Image, Chip, Options);
        machine.LoadLearned(state);
        string first = Run(machine, 200);
        string end = machine.StateHash();
        Assert.NotEqual(state.Projections[0].Weights, machine.ReadLearned().Projections[0].Weights);

        machine.Reset();

        AssertEqual(state, machine.ReadLearned());
        Assert.Equal(first, Run(machine, 200));
        Assert.Equal(end, machine.StateHash());
    }

    [Fact]
    public void A_reset_without_a_loaded_state_comes_back_to_the_image()
    {
        using var machine = new Machine(Image, Chip, Options);
        string first = Run(machine, 200);

        machine.Reset();

        AssertEqual(LearnedState.Of(Image), machine.ReadLearned());
        Assert.Equal(first, Run(machine, 200));
    }

    [Fact]
    public void Timesteps_of_learning_add_up()
    {
        LearnedState state = Learned(Image, 120);
        using var machine = new Machine(Image, Chip, Options);
        machine.LoadLearned(state);
        machine.Run(30);

        Assert.Equal(150, machine.ReadLearned().Timesteps);
    }

    [Fact]
    public void A_machine_that_has_run_takes_no_state()
    {
        using var machine = new Machine(Image, Chip, Options);
        machine.Run(1);

        Assert.Throws<InvalidOperationException>(() => machine.LoadLearned(LearnedState.Of(Image)));

        machine.Reset();
        machine.LoadLearned(LearnedState.Of(Image));
    }

    [Fact]
    public void A_state_of_another_network_is_refused()
    {
        ChipImage other = NetworkCompiler.Compile(PlasticNetworks.Build(40, 6, 0.3, 6, 2), Chip).Image;
        using var machine = new Machine(Image, Chip, Options);

        var refused = Assert.Throws<InvalidInputException>(() => machine.LoadLearned(LearnedState.Of(other)));

        Assert.Equal("GAN1515", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void A_weight_out_of_range_is_refused_with_its_synapse()
    {
        LearnedState state = LearnedState.Of(Image);
        LearnedProjection rewarded = state.Projections[0] with { Weights = [.. state.Projections[0].Weights[..^1], -1] };
        using var machine = new Machine(Image, Chip, Options);

        var refused = Assert.Throws<InvalidInputException>(
            () => machine.LoadLearned(state with { Projections = [rewarded, .. state.Projections.Skip(1)] }));

        Diagnostic finding = Assert.Single(refused.Diagnostics);
        Assert.Equal(("GAN1516", "projection 'rewarded'"), (finding.Code, finding.Location.Path));
        Assert.Equal($"weight -1 of the synapse from neuron {rewarded.Sources[^1]} to neuron {rewarded.Targets[^1]}", finding.Found);
        AssertEqual(LearnedState.Of(Image), machine.ReadLearned());
    }

    internal static void AssertEqual(LearnedState expected, LearnedState actual)
    {
        Assert.Equal(expected.NetworkHash, actual.NetworkHash);
        Assert.Equal(expected.Projections.Count, actual.Projections.Count);
        foreach ((LearnedProjection one, LearnedProjection other) in expected.Projections.Zip(actual.Projections))
        {
            Assert.Equal((one.Name, one.Sign, one.WeightExponent, one.PotentialScale), (other.Name, other.Sign, other.WeightExponent, other.PotentialScale));
            Assert.Equal(one.Sources, other.Sources);
            Assert.Equal(one.Targets, other.Targets);
            Assert.Equal(one.Weights, other.Weights);
            Assert.Equal(NoneIfZero(one.Tags), NoneIfZero(other.Tags));
            Assert.Equal(NoneIfZero(one.Delays), NoneIfZero(other.Delays));
        }
    }

    private static short[] NoneIfZero(short[] values) => values.All(value => value == 0) ? [] : values;

    private static LearnedState Learned(ChipImage image, long timesteps)
    {
        using var machine = new Machine(image, Chip, Options with { Seed = 99 });
        machine.Run(timesteps);
        return machine.ReadLearned();
    }

    private static string Run(Machine machine, long timesteps)
    {
        var spikes = new SpikeHash();
        machine.Attach(spikes);
        machine.Run(timesteps);
        machine.Detach(spikes);
        Assert.True(spikes.Count > 100, $"Only {spikes.Count} spikes.");
        return spikes.Value;
    }

    /// <summary>Writes weights, tags and delays into an image, synapse by synapse.</summary>
    private static ChipImage WithWeights(ChipImage image, LearnedState state) => image with
    {
        Cores = [.. image.Cores.Select((core, index) => WithWeights(image, core, index, state))],
    };

    private static CoreImage WithWeights(ChipImage image, CoreImage core, int index, LearnedState state)
    {
        SynapseMemory memory = core.Synapses with { Words = [.. core.Synapses.Words], Dense = [.. core.Synapses.Dense] };
        List<PlasticProjectionImage> plastic = [];
        foreach (PlasticProjectionImage old in core.Plastic)
        {
            ProjectionImage projection = image.Plastic.Single(p => p.Projection == old.Projection);
            LearnedProjection learned = state.Projections.Single(p => p.Name == projection.Name);
            PlasticPart part = PlasticOrder.Of(image, old.Projection).Parts.Single(p => p.Core == index);
            PlasticProjectionImage changed = old with
            {
                Weights = part.Scatter(learned.Weights),
                Tags = part.Scatter(learned.Tags),
                Delays = part.Scatter(learned.Delays),
            };
            int synapse = 0;
            foreach (SynapseRow row in old.Rows.Select(row => memory.Rows[row.Axon]))
            {
                for (int i = row.Start; i < row.Start + row.Length; i++)
                {
                    int contribution = (int)Math.Floor(Math.ScaleB(changed.Weights[synapse++], changed.WeightExponent));
                    if (row.Form == RowForm.Dense)
                    {
                        memory.Dense[i] = (short)contribution;
                    }
                    else
                    {
                        memory.Words[i] = (memory.Words[i] & 0xffff) | ((uint)contribution << 16);
                    }
                }
            }

            plastic.Add(changed);
        }

        return core with { Synapses = memory, Plastic = plastic };
    }
}
