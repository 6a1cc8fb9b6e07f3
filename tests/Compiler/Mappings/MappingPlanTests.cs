using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Passes;

namespace Ganglion.Compiler.Tests.Mappings;

public sealed class MappingPlanTests
{
    private static readonly ChipSpec.Spec.ChipSpec SmallCores = TestChips.Create(new CoreLimits { Compartments = 7 }, width: 8);

    private static readonly Gen<Network> GenNetwork = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 19], Gen.Int[-8, 8], Gen.Int[1, 4])
        .Select((source, target, weight, delay) => (source, target, 2.0 * weight, delay)).Array[0, 60].Select(synapses => TestNetworks.Create(
            [TestNetworks.Inputs(12), TestNetworks.Neurons("hidden", 20, new LoihiNeurons()), TestNetworks.Neurons("output", 20, new LoihiNeurons())],
            [
                TestNetworks.Project("input", "inputs", "hidden", new ListedSynapses(synapses), new IntegerWeights()),
                TestNetworks.Project("forward", "hidden", "output", new ListedSynapses(synapses), new IntegerWeights()),
                TestNetworks.Project("back", "output", "hidden", new ListedSynapses(synapses), new IntegerWeights()),
            ]));

    [Fact]
    public void A_mapping_that_is_fed_back_gives_the_same_image() => Gen.Select(GenNetwork, GenPlan()).Sample((network, plan) =>
    {
        ChipImage image = Compile(network, plan);

        ChipImage again = Compile(network, Reread(image, plan.Forbidden));

        Assert.Equal(Bytes(image), Bytes(again));
    }, iter: 100);

    [Fact]
    public void A_mapping_changes_no_synapse() => Gen.Select(GenNetwork, GenPlan()).Sample(
        (network, plan) => Assert.Equal(DecodedImage.Synapses(Compile(network, null)), DecodedImage.Synapses(Compile(network, plan))), iter: 100);

    [Fact]
    public void Planned_neurons_have_their_core_to_themselves_and_forbidden_cores_stay_empty() => Gen.Select(GenNetwork, GenPlan()).Sample((network, plan) =>
    {
        ChipImage image = Compile(network, plan);

        foreach (IGrouping<int, PlannedNeurons> core in plan.Neurons.GroupBy(neurons => neurons.Core))
        {
            CoreImage actual = image.Cores.Single(c => c.Core == core.Key);
            Assert.Equal(
                core.SelectMany(n => Enumerable.Range(n.First, n.Count).Select(i => (n.Population, i))),
                actual.Runs.SelectMany(r => Enumerable.Range(r.FirstNeuron, r.Count).Select(i => (image.Populations[r.Population].Name, i))));
        }

        Assert.DoesNotContain(image.Cores, core => plan.Forbidden.Contains(core.Core));
        Assert.Equal(40, image.Cores.Sum(core => core.Compartments));
    }, iter: 100);

    [Theory]
    [InlineData(MappingMethod.Greedy)]
    [InlineData(MappingMethod.Random)]
    [InlineData(MappingMethod.Multilevel)]
    public void Every_method_of_mapping_follows_the_plan(MappingMethod method) => Gen.Select(GenNetwork, GenPlan()).Sample((network, plan) =>
    {
        ChipImage image = NetworkCompiler.Compile(network, SmallCores, new CompilerOptions { Plan = plan, Method = method }).Image;

        foreach (IGrouping<int, PlannedNeurons> core in plan.Neurons.GroupBy(neurons => neurons.Core))
        {
            Assert.Equal(
                core.SelectMany(n => Enumerable.Range(n.First, n.Count).Select(i => (n.Population, i))),
                image.Cores.Single(c => c.Core == core.Key).Runs.SelectMany(r => Enumerable.Range(r.FirstNeuron, r.Count).Select(i => (image.Populations[r.Population].Name, i))));
        }

        Assert.DoesNotContain(image.Cores, core => plan.Forbidden.Contains(core.Core));
        Assert.Equal(DecodedImage.Synapses(Compile(network, null)), DecodedImage.Synapses(image));
    }, iter: 30);

    [Fact]
    public void A_pinned_population_is_divided_evenly_over_its_cores()
    {
        Network network = Layers();
        MappingPlan plan = MappingFile.Read("""{"format": "ganglion-mapping", "version": 1, "pinned": {"output": [9, 4, 6]}}""", "m.json");

        ChipImage image = Compile(network, plan);

        Assert.Equal(["output[0-5]"], Text(image, 9));
        Assert.Equal(["output[6-12]"], Text(image, 4));
        Assert.Equal(["output[13-19]"], Text(image, 6));
        Assert.Equal([0, 1, 2, 4, 6, 9], image.Cores.Select(core => core.Core));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_plan_is_said_at_once_with_its_place()
    {
        const string text = """
            {
              "format": "ganglion-mapping", "version": 1,
              "network": {"hash": "0000"},
              "chip": "other",
              "pinned": {"hiden": [0]},
              "forbidden": [5, "8-9"],
              "cores": [
                {"core": 5, "neurons": ["hidden[0]"]},
                {"core": 128, "neurons": ["hidden[1]"]},
                {"core": 0, "neurons": ["hidden[2-5,5]", "hidden[19-20]", "inputs[0]"]}
              ]
            }
            """;

        IReadOnlyList<Diagnostic> found = TestNetworks.Refusal(Layers(), SmallCores, new CompilerOptions { Plan = MappingFile.Read(text, "m.json") });

        Assert.Equal(
            ["GAN2310", "GAN2311", "GAN2316", "GAN2315", "GAN2314", "GAN2313", "GAN2312", "GAN2312"], found.Select(d => d.Code));
        Diagnostic twice = found.Single(d => d.Code == "GAN2314");
        Assert.Equal(("m.json", 10, "cores[2].neurons[0]"), (twice.Location.File, twice.Location.Line, twice.Location.Path));
        Assert.Equal("did you mean 'hidden'?", found[^1].Remedy);
    }

    [Theory]
    [InlineData("""{"format": "other", "version": 1}""", "GAN1015")]
    [InlineData("""{"format": "ganglion-mapping", "version": 2}""", "GAN1014")]
    [InlineData("""{"format": "ganglion-mapping", "version": 1, "core": []}""", "GAN1012")]
    [InlineData("""{"format": "ganglion-mapping", "version": 1, "cores": [{"core": 1, "neurons": ["hidden 0-9"]}]}""", "GAN2317")]
    [InlineData("""{"format": "ganglion-mapping", "version": 1, "cores": [{"core": 1, "neurons": ["hidden[9-0]"]}]}""", "GAN2317")]
    [InlineData("""{"format": "ganglion-mapping", "version": 1, "cores": [{"core": 1, "neurons": ["hidden[0--1]"]}]}""", "GAN2317")]
    [InlineData("""{"format": "ganglion-mapping", "version": 1, "cores": [{"core": 1, "neurons": ["[0]"]}]}""", "GAN2317")]
    [InlineData("""{"format": "ganglion-mapping", "version": 1, "forbidden": ["0-2000000000"]}""", "GAN2317")]
    [InlineData("""{"format": "ganglion-mapping", "version": 1, "cores": [{"core": 1, "neurons": ["h[0]"]}, {"core": 1, "neurons": ["h[1]"]}]}""", "GAN2318")]
    public void A_file_that_is_no_plan_is_refused(string text, string code) =>
        Assert.Equal([code], Assert.Throws<InvalidInputException>(() => MappingFile.Read(text, "m.json")).Diagnostics.Select(d => d.Code));

    [Fact]
    public void Forbidding_too_many_cores_says_how_many_are_left()
    {
        MappingPlan plan = new() { Forbidden = [.. Enumerable.Range(3, 125)] };

        Diagnostic found = TestNetworks.Refusal(Layers(), SmallCores, new CompilerOptions { Plan = plan }).Single(d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal(("GAN2202", "3 cores"), (found.Code, found.Allowed));
    }

    [Fact]
    public void Neurons_that_do_not_fit_their_core_are_refused()
    {
        MappingPlan plan = new() { Pinned = [new PlannedPopulation("hidden", [3], new SourceLocation("m.json"))] };

        Diagnostic found = TestNetworks.Refusal(Layers(), SmallCores, new CompilerOptions { Plan = plan }).Single(d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal("GAN2203", found.Code);
        Assert.Contains("core 3", found.Location.Path, StringComparison.Ordinal);
    }

    private static Network Layers() => TestNetworks.Create(
        [TestNetworks.Inputs(3), TestNetworks.Neurons("hidden", 20, new LoihiNeurons()), TestNetworks.Neurons("output", 20, new LoihiNeurons())], []);

    /// <summary>Some neurons in any order on some cores, and some other cores forbidden.</summary>
    private static Gen<MappingPlan> GenPlan() => Gen.Select(Gen.Int[0, 3].Array[40], Gen.Shuffle(Enumerable.Range(0, 128).ToArray()), Gen.Int[0, 20]).Select((choices, cores, forbidden) =>
    {
        // Of every ten neurons, those with choice 0 go to one core, in descending order, so that compartments are not in the order of neurons.
        IEnumerable<PlannedNeurons> neurons = choices.Index().Where(c => c.Item == 0).Select(c => c.Index).Reverse().GroupBy(i => i / 7).SelectMany(group => group
            .Select(i => new PlannedNeurons(cores[group.Key], i < 20 ? "hidden" : "output", i % 20, 1, new SourceLocation("plan"))));
        return new MappingPlan { Neurons = [.. neurons], Forbidden = [.. cores.Skip(20).Take(forbidden)] };
    });

    private static ChipImage Compile(Network network, MappingPlan? plan) => NetworkCompiler.Compile(network, SmallCores, new CompilerOptions { Plan = plan }).Image;

    private static MappingPlan Reread(ChipImage image, IReadOnlyCollection<int> forbidden)
    {
        using StringWriter text = new();
        MappingFile.Write(text, image, SmallCores.Id, forbidden);
        return MappingFile.Read(text.ToString(), "mapping.json");
    }

    private static IEnumerable<string> Text(ChipImage image, int core) =>
        image.Cores.Single(c => c.Core == core).Runs.Select(r => $"{image.Populations[r.Population].Name}[{r.FirstNeuron}-{r.FirstNeuron + r.Count - 1}]");

    private static string Bytes(ChipImage image) => ChipImageHash.Of(image);
}
