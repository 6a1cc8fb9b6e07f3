using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>Projections without delay take a timestep on the chip; whole populations then run late.</summary>
public sealed class PipelineDelayTests
{
    [Fact]
    public void A_chain_without_delays_becomes_a_pipeline()
    {
        CompilationResult result = Compile(("inputs", "a", 0), ("a", "b", 0), ("b", "c", 0));

        Assert.Equal([1, 2, 3], result.Quantization.Populations.Select(p => p.PipelineDelay));
        Assert.Equal([0, 0, 0], ChipDelays(result));
        Assert.DoesNotContain(result.Diagnostics, d => d.Descriptor == CompilerDiagnostics.SlowerLoop);
    }

    [Fact]
    public void A_shortcut_waits_for_the_pipeline()
    {
        CompilationResult result = Compile(("inputs", "a", 0), ("a", "b", 0), ("b", "c", 0), ("inputs", "c", 0), ("a", "c", 5));

        Assert.Equal([1, 2, 3], result.Quantization.Populations.Select(p => p.PipelineDelay));

        // By source: the inputs reach a at once and c two timesteps later; a reaches b at once, and c after 5 and one more than at once.
        Assert.Equal([0, 2, 0, 6, 0], ChipDelays(result));
    }

    [Fact]
    public void A_delay_that_the_network_has_is_kept()
    {
        CompilationResult result = Compile(("inputs", "a", 1), ("a", "b", 3), ("b", "a", 2), ("b", "b", 1));

        Assert.Equal([0, 0, 0], result.Quantization.Populations.Select(p => p.PipelineDelay));
        Assert.Equal([0, 2, 1, 0], ChipDelays(result));
    }

    [Fact]
    public void Recurrence_within_a_late_population_keeps_its_delay()
    {
        CompilationResult result = Compile(("inputs", "a", 0), ("a", "a", 1), ("a", "b", 0));

        Assert.Equal([1, 2, 0], result.Quantization.Populations.Select(p => p.PipelineDelay));
        Assert.Equal([0, 0, 0], ChipDelays(result));
    }

    [Fact]
    public void A_loop_that_the_chip_cannot_follow_is_reported()
    {
        CompilationResult result = Compile(("inputs", "a", 0), ("a", "b", 0), ("b", "a", 1));

        Assert.Contains(result.Diagnostics, d => d.Descriptor == CompilerDiagnostics.SlowerLoop);
        Assert.Equal([0, 0, 0], ChipDelays(result));
    }

    [Fact]
    public void A_delay_that_the_pipeline_makes_too_long_is_refused()
    {
        Network network = Network(("inputs", "a", 0), ("a", "b", 0), ("inputs", "b", 62));

        Assert.Contains("a delay of 64 timesteps, 2 of them", Assert.Single(TestNetworks.Refusal(network, TestChips.Loihi)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bias_waits_until_its_population_is_reached()
    {
        LoihiNeurons biased = new() { BiasMantissa = [3, 0, 3], InitialPotential = [0, 0, 5] };
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(1), TestNetworks.Neurons("a", 3, biased), TestNetworks.Neurons("b", 3, biased)],
            [
                TestNetworks.Project("in", "inputs", "a", new ListedSynapses((0, 0, 2, 0))) with { Unit = new IntegerWeights() },
                TestNetworks.Project("on", "a", "b", new OneToOne(2, delay: 0)) with { Unit = new IntegerWeights() },
            ]);

        CompilationResult result = NetworkCompiler.Compile(network, TestChips.Loihi);

        Assert.Equal([1, 0, 0, 2, 0, 0], result.Image.Cores.SelectMany(core =>
        {
            IReadOnlyList<int> values = core.Parameters.Single(column => column.Name == "refractoryCounter").Values;
            return Enumerable.Range(0, core.Compartments).Select(c => values[values.Count == 1 ? 0 : c]);
        }));
    }

    private static CompilationResult Compile(params (string Source, string Target, int Delay)[] projections) =>
        NetworkCompiler.Compile(Network(projections), TestChips.Loihi);

    private static Network Network(params (string Source, string Target, int Delay)[] projections) => TestNetworks.Create(
        [TestNetworks.Inputs(1), .. "abc".Select(c => c.ToString()).Select(name => TestNetworks.Neurons(name, 1, TestNetworks.Integrators()))],
        [.. projections.Select((p, i) => TestNetworks.Project($"p{i}", p.Source, p.Target, new ListedSynapses((0, 0, 1, p.Delay))))]);

    /// <summary>Delays on the chip, by source, then by target.</summary>
    private static IEnumerable<int> ChipDelays(CompilationResult result) => DecodedImage.Synapses(result.Image).Select(s => s.Delay);
}
