using CsCheck;
using Ganglion.ChipSpec.Arithmetic;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

public sealed class RoundTripTests
{
    private static readonly Gen<(int Source, int Target, double Weight, int Delay)[]> GenSynapses =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 19], Gen.Int[-128, 127], Gen.Int[1, 6])
            .Select((source, target, weight, delay) => (source, target, 2.0 * weight, delay)).Array[0, 120];

    private static readonly Gen<Network> GenNetwork = Gen.Select(GenSynapses, GenSynapses, GenSynapses, Gen.Int[-3, 3]).Select(
        (inputs, forward, recurrent, exponent) =>
        {
            LoihiNeurons neurons = new();
            IntegerWeights unit = new(8, exponent);
            return TestNetworks.Create(
                [TestNetworks.Inputs(12), TestNetworks.Neurons("hidden", 20, neurons), TestNetworks.Neurons("output", 20, neurons)],
                [
                    TestNetworks.Project("input", "inputs", "hidden", new ListedSynapses(inputs), unit),
                    TestNetworks.Project("forward", "hidden", "output", new ListedSynapses(forward), unit),
                    TestNetworks.Project("again", "hidden", "output", new ListedSynapses(recurrent), unit),
                    TestNetworks.Project("recurrent", "output", "output", new ListedSynapses(recurrent), unit),
                ]);
        });

    [Fact]
    public void Every_synapse_of_a_network_is_in_its_image_once() => GenNetwork.Sample(network =>
        Assert.Equal(Expected(network), DecodedImage.Synapses(NetworkCompiler.Compile(network, TestChips.Unbounded).Image)), iter: 200);

    [Fact]
    public void The_size_of_a_core_does_not_change_what_an_image_holds() => Gen.Select(GenNetwork, Gen.Int[1, 25]).Sample((network, compartments) =>
    {
        ChipSpec.Spec.ChipSpec chip = TestChips.Create(new CoreLimits { Compartments = compartments, InAxons = 1000, SynapseMemoryBits = 1 << 20 });
        ChipImage image = NetworkCompiler.Compile(network, chip).Image;
        Assert.All(image.Cores, c => Assert.InRange(c.Compartments, 1, compartments));
        Assert.Equal(Expected(network), DecodedImage.Synapses(image));
    }, iter: 200);

    [Fact]
    public void Tight_limits_hold_or_the_neurons_that_break_them_are_named() => Gen.Select(GenNetwork, Gen.Int[4, 40], Gen.Int[3, 12], Gen.Int[4, 30]).Sample(
        (network, words, inAxons, outAxons) =>
        {
            ChipSpec.Spec.ChipSpec chip = TestChips.Create(new CoreLimits { SynapseMemoryBits = 64 * words, InAxons = inAxons, OutAxons = outAxons });
            try
            {
                ChipImage image = NetworkCompiler.Compile(network, chip).Image;
                Assert.Equal(Expected(network), DecodedImage.Synapses(image));
                Assert.All(image.Cores, c => Assert.InRange(c.Usage.SynapseMemoryBits, 0, 64 * words));
            }
            catch (InvalidInputException refusal)
            {
                Assert.All(
                    refusal.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error),
                    d => Assert.Equal(CompilerDiagnostics.NeuronExceedsCore, d.Descriptor));
            }
        }, iter: 300);

    [Fact]
    public void Pinned_neurons_are_on_their_cores() => Gen.Select(GenNetwork, Gen.Int[0, 5].Array[20]).Sample((network, pins) =>
    {
        Population[] populations = [.. network.Populations.Select(p => p is NeuronPopulation { Name: "hidden" } hidden ? hidden with { PinnedCores = pins } : p)];
        ChipImage image = NetworkCompiler.Compile(network with { Populations = populations }, TestChips.Unbounded).Image;
        Assert.Equal(Expected(network), DecodedImage.Synapses(image));
        foreach (CoreImage core in image.Cores)
        {
            foreach (CompartmentRun run in core.Runs.Where(r => r.Population == 1))
            {
                Assert.All(pins[run.FirstNeuron..(run.FirstNeuron + run.Count)], pin => Assert.Equal(core.Core, pin));
            }
        }

        Assert.Equal(image.Cores.Select(c => c.Core).Order(), image.Cores.Select(c => c.Core));
    }, iter: 200);

    [Fact]
    public void Every_neuron_is_in_exactly_one_compartment() => Gen.Select(GenNetwork, Gen.Int[1, 25]).Sample((network, compartments) =>
    {
        ChipImage image = NetworkCompiler.Compile(network, TestChips.Create(new CoreLimits { Compartments = compartments })).Image;
        List<(int, int)> neurons = [.. from core in image.Cores from run in core.Runs from i in Enumerable.Range(run.FirstNeuron, run.Count) select (run.Population, i)];
        neurons.Sort();
        Assert.Equal([.. from p in Enumerable.Range(1, 2) from i in Enumerable.Range(0, 20) select (p, i)], neurons);
    }, iter: 100);

    private static List<(int Source, int Target, short Contribution, int Delay)> Expected(Network network)
    {
        Dictionary<string, int> first = [];
        int next = 0;
        foreach (Population population in network.Populations)
        {
            first.Add(population.Name, next);
            next += population.Count;
        }

        List<(int, int, short, int)> expected =
        [
            .. from projection in network.Projections
               let unit = (IntegerWeights)projection.Unit
               from s in ((ListedSynapses)projection.Connectivity).Synapses
               select (
                   first[projection.Source] + s.Source, first[projection.Target] + s.Target,
                   LoihiWeight.Contribution((int)s.Weight, unit.Bits, unit.Exponent, unit.Sign == SignMode.Mixed), s.Delay - 1),
        ];
        expected.Sort();
        return expected;
    }
}
