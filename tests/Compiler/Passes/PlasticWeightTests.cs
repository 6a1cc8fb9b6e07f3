using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>What becomes of weights in a network's own unit that are learned.</summary>
public sealed class PlasticWeightTests
{
    [Theory]
    [InlineData(0.5, null, PlasticSign.Excitatory, 255)]
    [InlineData(0.5, 1.0, PlasticSign.Excitatory, 128)]
    [InlineData(-0.25, 1.0, PlasticSign.Inhibitory, -64)]
    [InlineData(0, 1.0, PlasticSign.Mixed, 0)]
    public void The_largest_weight_to_be_learned_fills_the_mantissa(double weight, double? maximum, PlasticSign sign, int mantissa)
    {
        PlasticProjectionImage plastic = Assert.Single(Compile(weight, maximum).Plastic);
        Assert.Equal(sign, plastic.Sign);
        Assert.All(plastic.Weights, actual => Assert.InRange(actual, mantissa - 1, mantissa + 1));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    public void The_largest_weight_keeps_its_relation_to_the_threshold(double weight)
    {
        CoreImage core = Compile(weight, 1.0);
        double threshold = core.Parameters.Single(column => column.Name == "threshold").Values[0] / 64.0;
        Assert.InRange(Math.ScaleB(255, core.Plastic[0].WeightExponent) / threshold, 0.245, 0.26);
    }

    [Fact]
    public void Learning_takes_a_second_axon_for_each_source_and_the_bits_of_its_variables()
    {
        CoreUsage still = Usage(null);
        CoreUsage pairs = Usage(LearningPresets.PairStdp.Create());
        CoreUsage tagged = Usage(new Plasticity { Rule = LearningRule.Parse("dw = u0*t*x1; dt = y0*x1"), X1 = new TraceParameters(9, 9) });
        CoreUsage delayed = Usage(new Plasticity { Rule = LearningRule.Parse("dw = u0*t*x1; dt = y0*x1; dd = x0"), X1 = new TraceParameters(9, 9) });

        Assert.Equal((3, 6, 6), (still.InAxons, pairs.InAxons, tagged.InAxons));
        Assert.Equal(still.SynapseMemoryBits, pairs.SynapseMemoryBits);
        Assert.InRange(tagged.SynapseMemoryBits - still.SynapseMemoryBits, (3 * 200 * 9) - (3 * 64), (3 * 200 * 9) + (3 * 64));
        Assert.InRange(delayed.SynapseMemoryBits - tagged.SynapseMemoryBits, (3 * 200 * 8) - (3 * 64), (3 * 200 * 8) + (3 * 64));
    }

    private static CoreUsage Usage(Plasticity? plasticity)
    {
        // Rows that differ, since equal static rows share their synapses.
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(3), TestNetworks.Neurons("neurons", 200, new LoihiNeurons())],
            [
                TestNetworks.Project("learning", "inputs", "neurons", new AllToAll(3, 200, [.. Enumerable.Range(0, 600).Select(i => 10.0 + (i % 97))]), new IntegerWeights(Sign: SignMode.Excitatory))
                    with { Plasticity = plasticity },
            ]);
        return Assert.Single(NetworkCompiler.Compile(network, Presets.Load("loihi1")).Image.Cores).Usage;
    }

    private static CoreImage Compile(double weight, double? maximum)
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(2), TestNetworks.Neurons("neurons", 1, TestNetworks.Integrators(threshold: 4))],
            [
                TestNetworks.Project("learning", "inputs", "neurons", new AllToAll(2, 1, weight))
                    with { Plasticity = LearningPresets.PairStdp.Create() with { MaximumWeight = maximum } },
            ]);
        return Assert.Single(NetworkCompiler.Compile(network, Presets.Load("loihi1")).Image.Cores);
    }
}
