using Ganglion.Cores.Odin;
using static Ganglion.Cores.Tests.Odin.OdinCores;

namespace Ganglion.Cores.Tests.Odin;

public sealed class OdinLearningTests
{
    [Fact]
    public void Weight_from_before_learning_stimulates()
    {
        OdinCore core = Make([[Mapped(3)]], [], Flags(up: 1));

        core.Step(1, 0);

        Assert.Equal(3, core.Table["v"][0]);
        Assert.Equal(8 | 4, core.Table["synapses0"][0]);
    }

    [Theory]
    [InlineData(7, 1, 0, 7)]
    [InlineData(6, 1, 0, 7)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(5, 0, 1, 4)]
    [InlineData(5, 0, 0, 5)]
    public void Weights_saturate(int weight, int up, int down, int after)
    {
        OdinCore core = Make([[Mapped(weight)]], [], Flags(up, down));

        core.Step(1, 0);

        Assert.Equal(8 | after, core.Table["synapses0"][0]);
    }

    [Theory]
    [InlineData(0, 0, 0, 3)]
    [InlineData(1, 0, 0, 4)]
    [InlineData(0, 1, 3, 3)]
    public void Unmapped_synapse_neither_acts_nor_learns_unless_told_to(int updates, int propagates, int v, int weight)
    {
        OdinCore core = Make([[3]], [], [.. Flags(up: 1), ("updateUnmapped", [updates]), ("propagateUnmapped", [propagates])]);

        core.Step(1, 0);

        Assert.Equal(v, core.Table["v"][0]);
        Assert.Equal(weight, core.Table["synapses0"][0]);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 4)]
    public void Single_synapse_learns_only_if_told_to(int learns, int weight)
    {
        OdinCore core = Make([[Mapped(3)]], [Single(0, 0)], [.. Flags(up: 1), ("learnOnSingleSynapse", [learns])]);

        core.Step(1, 1);

        Assert.Equal(3, core.Table["v"][0]);
        Assert.Equal(8 | weight, core.Table["synapses0"][0]);
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(3, 2)]
    [InlineData(7, 7)]
    [InlineData(0, 0)]
    public void Bistability_moves_weights_away_from_the_middle(int weight, int after)
    {
        OdinCore core = Make([[Mapped(weight)]], [SeparateAll]);

        core.Step(1, 1);

        Assert.Equal(8 | after, core.Table["synapses0"][0]);
        Assert.Equal(0, core.Table["v"][0]);
    }

    [Fact]
    public void Eighth_synapse_of_a_word_learns_with_the_sign_bit_set()
    {
        short[][] synapses = Unconnected(8);
        synapses[7][0] = Mapped(7);
        OdinCore core = Make(synapses, [], ("calciumEnabled", [1]), ("down", [1]));

        core.Step(1, 7);

        Assert.Equal(0xe0000000, unchecked((uint)core.Table["synapses0"][0]));
    }

    [Fact]
    public void Reset_restores_weights_and_forgets_input()
    {
        OdinCore core = Make([[Mapped(3)]], [], Flags(up: 1));
        core.Step(1, 0);
        core.Deliver(1, [0]);

        core.Reset();
        core.Update(1);
        core.Update(2);

        Assert.Equal(8 | 3, core.Table["synapses0"][0]);
        Assert.Equal(0, core.Table["v"][0]);
    }

    private static (string Name, int[] Values)[] Flags(int up = 0, int down = 0) => [("calciumEnabled", [1]), ("up", [up]), ("down", [down])];
}
