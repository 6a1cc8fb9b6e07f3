using System.Text.Json;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Tests.Images;

public sealed class PlasticImageCheckTests
{
    private const string At = "cores[1].plastic[0]";

    private static readonly Dictionary<string, (Func<ChipImage, ChipImage> Change, string Path)> Contradictions = new()
    {
        ["a text that is no rule"] = (image => image.WithPlastic(p => p with { Rule = "dw = x1" }), $"{At}.rule"),
        ["no rule"] = (image => image.WithPlastic(p => p with { Rule = "" }), $"{At}.rule"),
        ["a rule without end"] = (image => image.WithPlastic(p => p with { Rule = new string('(', 100_000) }), $"{At}.rule"),
        ["an epoch of 0"] = (image => image.WithPlastic(p => p with { EpochTimesteps = 0 }), $"{At}.epochTimesteps"),
        ["an epoch of 64"] = (image => image.WithPlastic(p => p with { EpochTimesteps = 64 }), $"{At}.epochTimesteps"),
        ["four traces"] = (image => image.WithPlastic(p => p with { Traces = [.. p.Traces.Take(4)], ThirdFactors = [] }), $"{At}.traces"),
        ["an impulse of 128"] = (image => image.WithPlastic(p => p with { Traces = [p.Traces[0] with { Impulse = 128 }, .. p.Traces.Skip(1)] }), $"{At}.traces[0]"),
        ["a negative impulse"] = (image => image.WithPlastic(p => p with { Traces = [p.Traces[0] with { Impulse = -1 }, .. p.Traces.Skip(1)] }), $"{At}.traces[0]"),
        ["a third factor on x1"] = (image => image.WithPlastic(p => p with { Traces = [p.Traces[0] with { ThirdFactor = ThirdFactorMode.Level }, .. p.Traces.Skip(1)] }), $"{At}.traces[0]"),
        ["an unknown third factor"] = (image => image.WithPlastic(p => p with { Traces = [.. p.Traces.Take(4), p.Traces[4] with { ThirdFactor = (ThirdFactorMode)7 }] }), $"{At}.traces[4]"),
        ["an unknown sign"] = (image => image.WithPlastic(p => p with { Sign = (PlasticSign)3 }), At),
        ["an unknown graded trace"] = (image => image.WithPlastic(p => p with { Graded = (GradedTrace)9 }), At),
        ["a weight exponent of 8"] = (image => image.WithPlastic(p => p with { WeightExponent = 8 }), At),
        ["a weight exponent of -9"] = (image => image.WithPlastic(p => p with { WeightExponent = -9 }), At),
        ["a projection that does not learn"] = (image => image.WithPlastic(p => p with { Projection = 1 }), At),
        ["a projection twice on a core"] = (image => image.WithCore(1, core => core with { Plastic = [core.Plastic[0], core.Plastic[0]] }), "cores[1].plastic[1]"),
        ["an axon that does not exist"] = (image => image.WithPlastic(p => p with { Rows = [p.Rows[0] with { Axon = 4 }, p.Rows[1]] }), $"{At}.rows[0]"),
        ["a negative axon"] = (image => image.WithPlastic(p => p with { Rows = [p.Rows[0] with { Axon = -1 }, p.Rows[1]] }), $"{At}.rows[0]"),
        ["an axon twice"] = (image => image.WithPlastic(p => p with { Rows = [p.Rows[0], p.Rows[1] with { Axon = 2 }] }), $"{At}.rows[1]"),
        ["a row that shares its words"] = (image => image.WithRow(1, 2, row => row with { Form = RowForm.Shared }), $"{At}.rows[0]"),
        ["a source neuron that does not exist"] = (image => image.WithPlastic(p => p with { Rows = [p.Rows[0] with { SourceNeuron = 10 }, p.Rows[1]] }), $"{At}.rows[0]"),
        ["words of another row"] = (image => image.WithRow(1, 0, row => row with { Length = 2 }), "cores[1].synapses.rows[2]"),
        ["a weight too few"] = (image => image.WithPlastic(p => p with { Weights = p.Weights[..3] }), At),
        ["a weight too many"] = (image => image.WithPlastic(p => p with { Weights = [.. p.Weights, 0] }), At),
        ["a tag too few"] = (image => image.WithPlastic(p => p with { Tags = p.Tags[..3] }), At),
        ["a delay variable too many"] = (image => image.WithPlastic(p => p with { Delays = [.. p.Delays, 0] }), At),
        ["a weight of 256"] = (image => image.WithPlastic(p => p with { Weights = [.. p.Weights[..2], 256, .. p.Weights[3..]] }), $"{At}.weights[2]"),
        ["a negative weight that excites"] = (image => image.WithPlastic(p => p with { Sign = PlasticSign.Excitatory }), $"{At}.weights[0]"),
        ["a positive weight that inhibits"] = (image => image.WithPlastic(p => p with { Sign = PlasticSign.Inhibitory, Weights = [-255, .. p.Weights[1..]] }), $"{At}.weights[1]"),
        ["a tag of 256"] = (image => image.WithPlastic(p => p with { Tags = [256, .. p.Tags[1..]] }), $"{At}.tags[0]"),
        ["a negative delay variable"] = (image => image.WithPlastic(p => p with { Delays = [-1, .. p.Delays[1..]] }), $"{At}.delays[0]"),
        ["a weight that spikes do not find"] = (image => image.WithPlastic(p => p with { Weights = [.. p.Weights[..3], -7] }), $"{At}.rows[1]"),
        ["a synapse of another population"] = (image => image with { Plastic = [image.Plastic[0] with { Target = 1 }] }, $"{At}.rows[0]"),
        ["a third factor on an axon that does not exist"] = (image => ThirdFactor(image, row => row with { Axon = 4 }), $"{At}.thirdFactors[0]"),
        ["a third factor on an axon with synapses"] = (image => ThirdFactor(image, row => row with { Axon = 2 }), $"{At}.thirdFactors[0]"),
        ["a third factor on y4"] = (image => ThirdFactor(image, row => row with { Trace = 3 }), $"{At}.thirdFactors[0]"),
        ["a third factor on a trace of spikes"] = (image => ThirdFactor(image, row => row with { Trace = 0 }), $"{At}.thirdFactors[0]"),
        ["a third factor of unequal length"] = (image => ThirdFactor(image, row => row with { Amounts = [1] }), $"{At}.thirdFactors[0]"),
        ["a third factor beyond the compartments"] = (image => ThirdFactor(image, row => row with { Compartments = [0, 2] }), $"{At}.thirdFactors[0]"),
        ["a third factor of 128"] = (image => ThirdFactor(image, row => row with { Amounts = [128, 0] }), $"{At}.thirdFactors[0]"),
        ["a third factor twice"] = (image => image.WithPlastic(p => p with { ThirdFactors = [p.ThirdFactors[0], p.ThirdFactors[0]] }), $"{At}.thirdFactors[1]"),
        ["a name twice"] = (image => image with { Plastic = [image.Plastic[0], image.Plastic[0] with { Projection = 3 }] }, "plastic[1]"),
        ["projections in disorder"] = (image => image with { Plastic = [image.Plastic[0], image.Plastic[0] with { Name = "x", Projection = 1 }] }, "plastic[1]"),
        ["a source population that does not exist"] = (image => image with { Plastic = [image.Plastic[0], image.Plastic[0] with { Name = "x", Projection = 5, Source = 4 }] }, "plastic[1]"),
        ["a target population of sources"] = (image => image with { Plastic = [image.Plastic[0], image.Plastic[0] with { Name = "x", Projection = 5, Target = 0 }] }, "plastic[1]"),
        ["traces that fill memory"] = (
            image => image with
            {
                Cores = [image.Cores[0] with { Compartments = 65_536, Plastic = [.. Enumerable.Repeat(image.Cores[1].Plastic[0] with { EpochTimesteps = 63 }, 100)] }, image.Cores[1]],
            },
            "plastic"),
    };

    public static TheoryData<string> ContradictionNames => [.. Contradictions.Keys];

    [Fact]
    public void A_sound_image_has_no_findings() => Assert.Empty(ChipImageCheck.Run(SampleImage.Plastic()));

    [Theory]
    [MemberData(nameof(ContradictionNames))]
    public void A_contradiction_is_named(string name)
    {
        (Func<ChipImage, ChipImage> change, string path) = Contradictions[name];

        IReadOnlyList<Diagnostic> findings = ChipImageCheck.Run(change(SampleImage.Plastic()), "x.chip");

        Assert.Contains(findings, finding => finding.Location.Path == path);
        Assert.All(findings, finding => Assert.Equal("GAN1507", finding.Code));
    }

    [Fact]
    public void A_chip_that_does_not_learn_is_refused()
    {
        ChipImage image = SampleImage.Plastic() with { ChipSpec = Presets.Text("truenorth") };

        Assert.Contains(ChipImageCheck.Run(image), finding => finding.Found == "synapses that learn by a rule");
    }

    [Fact]
    public void A_plastic_image_reads_back_equal()
    {
        string path = Path.GetTempFileName();
        try
        {
            ChipImageFile.Write(SampleImage.Plastic(), path);

            Assert.Equal(JsonSerializer.Serialize(SampleImage.Plastic()), JsonSerializer.Serialize(ChipImageFile.Read(path)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ChipImage ThirdFactor(ChipImage image, Func<ThirdFactorRow, ThirdFactorRow> change) =>
        image.WithPlastic(plastic => plastic with { ThirdFactors = [change(plastic.ThirdFactors[0])] });
}
