using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Networks;
using Ganglion.Compiler.Tests.Passes;

namespace Ganglion.Compiler.Tests.Fit;

/// <summary>Whether the check tells, without mapping, what mapping would find.</summary>
public sealed class FitCheckTests
{
    private static readonly CurrentBasedNeurons Neurons = new() { Threshold = [1.0] };

    private static readonly Gen<CoreLimits> GenLimits =
        from compartments in Gen.Int[1, 12]
        from inAxons in Gen.Int[2, 24]
        from outAxons in Gen.Int[1, 24]
        from words in Gen.Int[1, 30]
        from fanIn in Gen.Int[4, 30]
        from which in Gen.Int[0, 31]
        select new CoreLimits
        {
            Compartments = (which & 1) != 0 ? compartments : null,
            InAxons = (which & 2) != 0 ? inAxons : null,
            OutAxons = (which & 4) != 0 ? outAxons : null,
            SynapseMemoryBits = (which & 8) != 0 ? 64 * words : null,
            FanIn = (which & 16) != 0 ? fanIn : null,
        };

    private static readonly Gen<Network> GenNetwork =
        from inputs in Gen.Int[1, 12]
        from hidden in Gen.Int[1, 20]
        from probability in Gen.Double[0.05, 1]
        from seed in Gen.ULong[0, 99]
        from delay in Gen.Int[0, 4]
        select TestNetworks.Create(
            [TestNetworks.Inputs(inputs), TestNetworks.Neurons("hidden", hidden, Neurons), TestNetworks.Neurons("output", 6, Neurons)],
            [
                TestNetworks.Project("in", "inputs", "hidden", Random(inputs, hidden, probability, seed, 1)),
                TestNetworks.Project("again", "inputs", "hidden", Random(inputs, hidden, 0.3, seed + 1, 2)),
                TestNetworks.Project("loop", "hidden", "hidden", Random(hidden, hidden, 0.2, seed + 2, 1 + delay)),
                TestNetworks.Project("out", "hidden", "output", new AllToAll(hidden, 6, 0.25, delay)),
            ]);

    [Fact]
    public void No_mapping_takes_fewer_cores_than_the_check_says() =>
        Gen.Select(GenNetwork, GenLimits, Gen.Bool, Gen.Int[1, 3]).Sample(
            (network, limits, shared, width) => CheckAgainstCompiler(
                network, TestChips.Create(limits, width: width, packing: TestChips.Packing with { SharedLists = shared })),
            iter: 400);

    [Fact]
    public void The_check_agrees_with_the_compiler_on_crossbars()
    {
        ChipSpec.Spec.ChipSpec preset = Presets.Load("truenorth");
        CurrentBasedNeurons integrators = new() { Threshold = [1.0], CurrentDecay = [0], PotentialDecay = [1] };
        Gen.Select(GenNetwork, Gen.Int[2, 20], Gen.Int[4, 40], Gen.Int[1, 3]).Sample(
            (network, compartments, inAxons, width) => CheckAgainstCompiler(
                network with { Populations = [.. network.Populations.Select(p => p is NeuronPopulation n ? n with { Neurons = integrators } : p)] },
                preset with
                {
                    Core = preset.Core with { Compartments = compartments, InAxons = inAxons, FanIn = inAxons },
                    Mesh = preset.Mesh with { Width = width, Height = 1 },
                }),
            iter: 200);
    }

    [Fact]
    public void Everything_that_is_exceeded_is_reported_at_once()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(5000), TestNetworks.Neurons("hidden", 300, Neurons), TestNetworks.Neurons("output", 200_000, Neurons)],
            [
                TestNetworks.Project("in", "inputs", "hidden", new AllToAll(5000, 300, 0.1, delay: 70)),
                TestNetworks.Project("out", "hidden", "output", new AllToAll(300, 200_000, 0.1)),
            ]);

        FitReport report = FitCheck.Check(network, Presets.Load("loihi1"));

        Assert.False(report.Fits);
        Assert.Equal(FitEvidence.Counted, report.Evidence);
        Assert.Equal(
            [CompilerDiagnostics.DelayOutOfRange, CompilerDiagnostics.NeuronExceedsCore, FitDiagnostics.NotEnoughCores],
            report.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Descriptor));
        Assert.Equal(["projection 'in'", "population 'hidden'", "network"], report.Diagnostics.Take(3).Select(d => d.Location.Path!));
        Assert.Equal("compartments", report.BindingResource);
        Assert.Equal(196, report.CoresAtLeast);
    }

    [Fact]
    public void A_network_far_too_large_to_be_mapped_is_counted_by_its_rules()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Neurons("plane", 1_000_000, Neurons), TestNetworks.Neurons("readout", 1000, Neurons)],
            [
                TestNetworks.Project("again", "plane", "plane", new OneToOne(0.5)),
                TestNetworks.Project("read", "plane", "readout", new AllToAll(1_000_000, 1000, 0.5)),
            ]);

        FitReport report = FitCheck.Check(network, Presets.Load("loihi1"));

        Assert.True(report.IsCounted);
        Assert.Equal(1_001_000_000, report.Synapses);
        Assert.Contains(report.Diagnostics, d => d.Found.StartsWith("neuron 0 (one of 1,000 such neurons) alone needs up to 1,000,000", StringComparison.Ordinal));
        Assert.Contains(report.Diagnostics, d => d.Descriptor == CompilerDiagnostics.NetworkTooLarge);
    }

    [Fact]
    public void Convolutions_are_counted_like_their_rows() => ConvolutionCase.Gen.Sample(
        c =>
        {
            Network network = new()
            {
                Name = "test",
                Populations =
                [
                    new SourcePopulation { Name = "image", Shape = c.InputShape, Source = new ExternalSource() },
                    new NeuronPopulation { Name = "map", Shape = c.OutputShape, Neurons = Neurons },
                ],
                Projections = [TestNetworks.Project("kernel", "image", "map", c.Convolution)],
            };
            double[,] matrix = c.Oracle();
            int fanIn = Enumerable.Range(0, matrix.GetLength(0)).Max(t => Enumerable.Range(0, matrix.GetLength(1)).Count(s => matrix[t, s] != 0));

            FitReport report = FitCheck.Check(network, TestChips.Create(new CoreLimits { InAxons = 1 << 20, FanIn = 0 }));

            Assert.Equal(matrix.Cast<double>().Count(weight => weight != 0), report.Synapses);
            if (fanIn > 0)
            {
                Assert.Contains($"needs up to {fanIn:N0} of synapses per neuron", report.Diagnostics[0].Found, StringComparison.Ordinal);
            }

            int reachingSources = Enumerable.Range(0, matrix.GetLength(1)).Count(s => Enumerable.Range(0, matrix.GetLength(0)).Any(t => matrix[t, s] != 0));
            Assert.Equal(reachingSources, report.Resources.Single(r => r.Resource == "incoming axons").Amount);
        },
        iter: 200);

    [Fact]
    public void Remedies_are_named_only_when_they_work()
    {
        Network network = TestNetworks.Feedforward(100, 40, Neurons, Random(100, 40, 0.9, 7, 3));
        ChipSpec.Spec.ChipSpec chip = TestChips.Create(new CoreLimits { SynapseMemoryBits = 1600 }, width: 2, packing: TestChips.Packing with { SharedLists = false });

        Assert.False(FitCheck.Check(network, chip).Fits);
        IReadOnlyList<FitRemedy> remedies = RemedySearch.Find(network, chip);

        Assert.Contains(remedies, r => r.Change == "on 'loihi1'" && r is { Evidence: FitEvidence.Mapped, Cores: 1 });
        Assert.DoesNotContain(remedies, r => r.Change.StartsWith("on 'xylo", StringComparison.Ordinal));
    }

    private static RandomConnectivity Random(int sources, int targets, double probability, ulong seed, int delay) => new()
    {
        SourceCount = sources,
        TargetCount = targets,
        Probability = probability,
        Weight = new Uniform(0.1, 0.9),
        Delay = new Constant(delay),
        Seed = seed,
    };

    private static void CheckAgainstCompiler(Network network, ChipSpec.Spec.ChipSpec chip)
    {
        FitReport report = FitCheck.Check(network, chip);
        Assert.All(
            report.Diagnostics,
            d => Assert.True(
                d.Location.Path is "network" || network.Populations.Any(p => d.Location.Path == $"population '{p.Name}'")
                || network.Projections.Any(p => d.Location.Path == $"projection '{p.Name}'"),
                d.ToString()));
        try
        {
            int cores = NetworkCompiler.Compile(network, chip).Quality.Cores;
            Assert.True(report.Fits, string.Join('\n', report.Diagnostics));
            Assert.InRange(cores, report.CoresAtLeast, chip.Mesh.Cores ?? int.MaxValue);
        }
        catch (InvalidInputException)
        {
            Assert.False(report.Fits);
        }
    }
}
