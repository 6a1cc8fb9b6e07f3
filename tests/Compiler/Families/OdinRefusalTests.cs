using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;
using static Ganglion.Compiler.Tests.Passes.TestNetworks;

namespace Ganglion.Compiler.Tests.Families;

public sealed class OdinRefusalTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("odin");
    private static readonly CurrentBasedNeurons Integrate = NeuronFactory.IntegrateAndFire(1.0);

    public static TheoryData<string, string, string, Network> Refusals => new()
    {
        { "GAN2431", "population 'inputs'", "split the population", Feedforward(2, 2, Integrate, new AllToAll(2, 2, [1, -1, 0, 2])) },
        { "GAN2431", "population 'inputs'", "split the population", TwoProjections(new AllToAll(1, 1, 1), new AllToAll(1, 1, -1), "b") },
        { "GAN2431", "population 'inputs'", "split the population", Feedforward(1, 2, Integrate with { InputGain = [1, -1] }, new AllToAll(1, 2, 1)) },
        { "GAN2432", "network", "fewer", Chain(200, 57) },
        { "GAN2432", "network", "fewer", Feedforward(257, 1, Integrate, new AllToAll(257, 1, 1)) },
        { "GAN2433", "population 'neurons'", "integrate-and-fire", Feedforward(1, 1, Integrate with { PotentialDecay = [0.9] }, new AllToAll(1, 1, 1)) },
        { "GAN2433", "population 'neurons'", "integrate-and-fire", Feedforward(1, 1, Integrate with { CurrentDecay = [0.5] }, new AllToAll(1, 1, 1)) },
        { "GAN2434", "population 'neurons'", "spike source", Feedforward(1, 1, Integrate with { Bias = [0.1] }, new AllToAll(1, 1, 1)) },
        { "GAN2435", "population 'neurons'", "threshold", Feedforward(1, 1, new CurrentBasedNeurons(), new AllToAll(1, 1, 1)) },
        { "GAN2436", "population 'inputs'", "sum of the weights", TwoProjections(new AllToAll(1, 1, 1), new AllToAll(1, 1, 2), "a") },
        { "GAN2437", "population 'b'", "same settings", Settings(new OdinNeurons { TimeReferencePeriod = 2 }, new OdinNeurons()) },
        { "GAN2437", "population 'b'", "same settings", Settings(new OdinNeurons { UpdateUnmapped = true }, Integrate with { Bias = [-0.1] }) },
        { "GAN2002", "population 'neurons'", "", Feedforward(1, 1, new LoihiNeurons(), new AllToAll(1, 1, 1), new IntegerWeights()) },
        { "GAN2003", "population 'neurons'", "reset to a value", Feedforward(1, 1, Integrate with { ResetMode = ResetMode.Subtract }, new AllToAll(1, 1, 1)) },
        { "GAN2004", "projection 'forward'", "shorter delay", Feedforward(1, 1, Integrate, new AllToAll(1, 1, 1, 2)) },
        { "GAN2005", "population 'neurons'", "shorter period", Feedforward(1, 1, Integrate with { Refractory = [2] }, new AllToAll(1, 1, 1)) },
        { "GAN2008", "projection 'forward'", "", Feedforward(1, 1, new OdinNeurons(), new AllToAll(1, 1, 1)) },
        { "GAN2009", "projection 'forward'", "", Feedforward(1, 1, new OdinNeurons(), new AllToAll(1, 1, 8), new IntegerWeights()) },
        { "GAN2007", "projection 'forward'", "", Feedforward(1, 1, new OdinNeurons(), new AllToAll(1, 1, 1), new IntegerWeights(Exponent: 1)) },
        { "GAN2057", "population 'neurons'", "", Feedforward(1, 1, new OdinNeurons { Leak = [128] }, new AllToAll(1, 1, 1), new IntegerWeights()) },
        { "GAN2108", "population 'neurons'", "", Feedforward(1, 1, Integrate with { Threshold = [-1] }, new AllToAll(1, 1, 1)) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_the_chip_lacks_is_refused(string code, string path, string remedy, Network network)
    {
        Diagnostic refusal = Assert.Single(Refusal(network, Chip), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Equal((code, path), (refusal.Code, refusal.Location.Path));
        Assert.Contains(remedy, refusal.Remedy ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_refused_at_once()
    {
        Network network = Feedforward(300, 1, Integrate with { PotentialDecay = [0.9], Bias = [1] }, new AllToAll(300, 1, [.. Enumerable.Range(0, 300).Select(i => i % 2 == 0 ? 1.0 : -1.0)]));

        Assert.Equal(["GAN2432", "GAN2433", "GAN2434"], Refusal(network, Chip).Select(diagnostic => diagnostic.Code).Order());
    }

    private static Network TwoProjections(Connectivity first, Connectivity second, string secondTarget) => Create(
        [Inputs(1), Neurons("a", 1, Integrate), Neurons("b", 1, Integrate)],
        [Project("first", "inputs", "a", first), Project("second", "inputs", secondTarget, second)]);

    private static Network Chain(int neurons, int sources) => Create(
        [Inputs(sources), Neurons("a", neurons - 1, Integrate), Neurons("b", 1, Integrate)],
        [Project("in", "inputs", "a", new AllToAll(sources, neurons - 1, 1)), Project("on", "a", "b", new AllToAll(neurons - 1, 1, 1))]);

    private static Network Settings(NeuronParameters first, NeuronParameters second) => Create([Neurons("a", 1, first), Neurons("b", 1, second)], []);
}
