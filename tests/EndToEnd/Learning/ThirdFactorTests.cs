using Ganglion.ChipSpec.Learning;
using Ganglion.CommandLine.Learning;
using Ganglion.Compiler.Networks;

namespace Ganglion.EndToEnd.Tests.Learning;

/// <summary>Third factors as they come out of the whole emulator.</summary>
public sealed class ThirdFactorTests
{
    [Theory]
    [InlineData("dw = u0*y2", 2, 40)]
    [InlineData("dw = u0*y2 - u0*y3", 3, -40)]
    [InlineData("dw = x0*y1", 1, 0)]
    [InlineData("dw = u0*x1*y2", 2, 40 * 20 / 8)]
    public void A_level_counts_in_its_own_timestep_alone(string rule, int trace, int change)
    {
        Plasticity plasticity = new() { Rule = LearningRule.Parse(rule), X1 = new TraceParameters(20, double.PositiveInfinity) };
        int[] traces = [.. Enumerable.Range(1, 3).Where(y => plasticity.Rule.Uses(RuleVariable.Y1 + (y - 1)))];
        SpikeTrial trial = new([5], [], [.. traces.Select(y => new FactorPulse(y, 9, y == trace ? 40 : 0)), new FactorPulse(traces[0], 20, 0)]);
        Assert.All(new SpikeExperiment(plasticity, [trial], 8).Run()[0], actual => Assert.Equal(change, actual));
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(9, 40)]
    [InlineData(10, 0)]
    public void A_level_acts_in_the_timestep_of_its_spike(int timestep, int change)
    {
        Plasticity plasticity = new() { Rule = LearningRule.Parse("dw = x0*y2") };
        SpikeTrial trial = new([9], [], [new FactorPulse(2, timestep, 40)]);
        Assert.All(new SpikeExperiment(plasticity, [trial], 8).Run()[0], actual => Assert.Equal(change, actual));
    }

    [Fact]
    public void A_reward_turns_the_tag_into_weight()
    {
        Plasticity plasticity = new() { Rule = LearningRule.Parse("dw = u0*t*y2; dt = y0*x1"), X1 = new TraceParameters(64, double.PositiveInfinity) };
        SpikeTrial trial = new([5], [8], [new FactorPulse(2, 30, 16)]);
        Assert.All(new SpikeExperiment(plasticity, [trial], 8).Run()[0], actual => Assert.Equal(64 * 16 / 32, actual));
    }
}
