using System.Diagnostics;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Tests.Images;

public sealed class ChipImageCheckTests
{
    private static readonly Dictionary<string, (Func<ChipImage, ChipImage> Change, string Path)> Contradictions = new()
    {
        ["a row beyond the words"] = (image => image.WithRow(0, 0, row => row with { Start = 3 }), "cores[0].synapses.rows[0]"),
        ["a row before the words"] = (image => image.WithRow(0, 0, row => row with { Start = -1 }), "cores[0].synapses.rows[0]"),
        ["a row of negative length"] = (image => image.WithRow(0, 0, row => row with { Length = -1 }), "cores[0].synapses.rows[0]"),
        ["a row whose end overflows"] = (image => image.WithRow(0, 0, row => row with { Start = int.MaxValue, Length = int.MaxValue }), "cores[0].synapses.rows[0]"),
        ["a dense row beyond the weights"] = (image => image.WithRow(0, 1, row => row with { Length = 4 }), "cores[0].synapses.rows[1]"),
        ["a dense row beyond the compartments"] = (image => image.WithRow(0, 1, row => row with { Offset = 8 }), "cores[0].synapses.rows[1]"),
        ["a dense row beyond the ring"] = (image => image.WithRow(0, 1, row => row with { Offset = 64 }), "cores[0].synapses.rows[1]"),
        ["a sparse row with an offset"] = (image => image.WithRow(0, 0, row => row with { Offset = 1 }), "cores[0].synapses.rows[0]"),
        ["a shared row moved too far"] = (image => image.WithRow(0, 2, row => row with { Offset = 4 }), "cores[0].synapses.rows[2]"),
        ["a shared row moved below 0"] = (image => image.WithRow(0, 3, row => row with { Offset = -2 }), "cores[0].synapses.rows[3]"),
        ["a form that does not exist"] = (image => image.WithRow(0, 0, row => row with { Form = (RowForm)3 }), "cores[0].synapses.rows[0]"),
        ["an encoding that does not exist"] = (image => image.WithRow(0, 0, row => row with { Encoding = (RowForm)9 }), "cores[0].synapses.rows[0]"),
        ["a word beyond the compartments"] = (image => image.WithSynapses(0, m => m with { Words = [SampleImage.Word(1, 0, 10, 16), .. m.Words[1..]] }), "cores[0].synapses.rows[0]"),
        ["a word beyond the delay slots"] = (image => image.WithSynapses(0, m => m with { Words = [SampleImage.Word(1, 4, 0, 16), .. m.Words[1..]] }), "cores[0].synapses.words[0]"),
        ["a stride that is no power of two"] = (image => image.WithSynapses(0, m => m with { SlotStride = 12 }), "cores[0].synapses"),
        ["a stride below the compartments"] = (image => image.WithSynapses(0, m => m with { SlotStride = 8 }), "cores[0].synapses"),
        ["a stride of 0"] = (image => image.WithSynapses(1, m => m with { SlotStride = 0 }), "cores[1].synapses"),
        ["delay slots that are no power of two"] = (image => image.WithSynapses(0, m => m with { DelaySlots = 3 }), "cores[0].synapses"),
        ["receptors that are no power of two"] = (image => image.WithSynapses(0, m => m with { Receptors = 3 }), "cores[0].synapses"),
        ["more receptors than slots"] = (image => image.WithSynapses(0, m => m with { Receptors = 128 }), "cores[0].synapses"),
        ["too many accumulators"] = (image => image.WithSynapses(0, m => m with { DelaySlots = 8192 }), "cores[0].synapses"),
        ["no synapse memory"] = (image => image.WithCore(0, core => core with { Synapses = null! }), "cores[0]"),
        ["no axon table"] = (image => image.WithCore(0, core => core with { AxonsOut = null! }), "cores[0].axonsOut"),
        ["an axon to a missing core"] = (image => image.WithCore(0, core => core with { AxonsOut = core.AxonsOut with { Core = [0, 1, 2] } }), "cores[0].axonsOut.core[2]"),
        ["an axon to a missing row"] = (image => image.WithCore(0, core => core with { AxonsOut = core.AxonsOut with { Axon = [3, 0, 2] } }), "cores[0].axonsOut.axon[2]"),
        ["axons in disorder"] = (image => image.WithCore(0, core => core with { AxonsOut = core.AxonsOut with { Core = [1, 0, 1], Axon = [0, 0, 0] } }), "cores[0].axonsOut.core[1]"),
        ["a first entry that descends"] = (image => image.WithCore(0, core => core with { AxonsOut = core.AxonsOut with { First = [0, 2, 1, 2, 2, 2, 2, 2, 2, 2, 3] } }), "cores[0].axonsOut.first[2]"),
        ["a first entry beyond the end"] = (image => image.WithCore(0, core => core with { AxonsOut = core.AxonsOut with { First = [0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4] } }), "cores[0].axonsOut.first[10]"),
        ["too few first entries"] = (image => image.WithCore(0, core => core with { AxonsOut = core.AxonsOut with { First = [0, 3] } }), "cores[0].axonsOut"),
        ["columns of unequal length"] = (image => image.WithCore(0, core => core with { AxonsOut = core.AxonsOut with { Axon = [3] } }), "cores[0].axonsOut"),
        ["a parameter of wrong length"] = (image => image.WithCore(0, core => core with { Parameters = [new ParameterColumn { Name = "x", Values = [1, 2] }] }), "cores[0].parameters[0]"),
        ["a parameter twice"] = (image => image.WithCore(0, core => core with { Parameters = [core.Parameters[0], core.Parameters[0]] }), "cores[0].parameters[1]"),
        ["a model that the chip does not have"] = (image => image.WithCore(0, core => core with { Model = "other" }), "cores[0]"),
        ["cores in disorder"] = (image => image.WithCore(1, core => core with { Core = 0 }), "cores[1].core"),
        ["a core beyond the machine"] = (image => image.WithCore(1, core => core with { Core = 128 * 16384 }), "cores[1]"),
        ["a neuron in two places"] = (image => image.WithCore(1, core => core with { Runs = [core.Runs[0] with { Count = 1 }, core.Runs[0] with { FirstCompartment = 1, Count = 1 }] }), "populations[3]"),
        ["a neuron in no place"] = (image => image.WithCore(1, core => core with { Runs = [] }), "populations[3]"),
        ["a run beyond the compartments"] = (image => image.WithCore(1, core => core with { Runs = [core.Runs[0] with { FirstCompartment = 1 }] }), "cores[1].runs[0]"),
        ["a run of a source"] = (image => image.WithCore(1, core => core with { Runs = [core.Runs[0] with { Population = 0 }] }), "cores[1].runs[0]"),
        ["a run of a missing population"] = (image => image.WithCore(1, core => core with { Runs = [core.Runs[0] with { Population = -1 }] }), "cores[1].runs[0]"),
        ["a usage below 0"] = (image => image.WithCore(0, core => core with { Usage = core.Usage with { Synapses = -1 } }), "cores[0].usage"),
        ["a shape of another size"] = (image => image.WithPopulation(1, p => p with { Shape = [2, 4] }), "populations[1]"),
        ["a shape that overflows"] = (image => image.WithPopulation(1, p => p with { Shape = [65536, 65536, 65536, 65536] }), "populations[1]"),
        ["a population of 0"] = (image => image.WithPopulation(0, p => p with { Count = 0 }), "populations[0]"),
        ["first neurons with gaps"] = (image => image.WithPopulation(3, p => p with { FirstNeuron = 16 }), "populations[3]"),
        ["a name twice"] = (image => image.WithPopulation(3, p => p with { Name = "in" }), "populations[3]"),
        ["a scale that is infinite"] = (image => image.WithPopulation(1, p => p with { PotentialScale = double.PositiveInfinity }), "populations[1]"),
        ["a source of neurons"] = (image => image.WithSource(0, s => s with { Population = 1 }), "sources[0]"),
        ["a source too few"] = (image => image with { Sources = [image.Sources[0]] }, "sources"),
        ["spikes of unequal length"] = (image => image.WithSource(0, s => s with { SpikeNeurons = [1] }), "sources[0]"),
        ["spikes in disorder"] = (image => image.WithSource(0, s => s with { SpikeTimesteps = [0, 4, 3, 5] }), "sources[0].spikes[2]"),
        ["a spike before timestep 0"] = (image => image.WithSource(0, s => s with { SpikeTimesteps = [-1, 4, 4, 5] }), "sources[0].spikes[0]"),
        ["a spike of a missing neuron"] = (image => image.WithSource(0, s => s with { SpikeNeurons = [2, 0, 0, 3] }), "sources[0].spikes[3]"),
        ["a probability above 1"] = (image => image.WithSource(1, s => s with { Probability = [1.5] }), "sources[1]"),
        ["a probability that is none"] = (image => image.WithSource(1, s => s with { Probability = [double.NaN] }), "sources[1]"),
        ["no probability"] = (image => image.WithSource(1, s => s with { Probability = [] }), "sources[1]"),
        ["spikes of a Poisson source"] = (image => image.WithSource(1, s => s with { SpikeTimesteps = [1], SpikeNeurons = [0] }), "sources[1]"),
        ["a kind that does not exist"] = (image => image.WithSource(0, s => s with { Kind = (SourceKind)7, SpikeTimesteps = [], SpikeNeurons = [] }), "sources[0]"),
        ["a timestep of 0 seconds"] = (image => image with { TimestepSeconds = 0 }, "timestepSeconds"),
    };

    public static TheoryData<string> ContradictionNames => [.. Contradictions.Keys];

    [Fact]
    public void A_sound_image_has_no_findings() => Assert.Empty(ChipImageCheck.Run(SampleImage.Small()));

    [Theory]
    [MemberData(nameof(ContradictionNames))]
    public void A_contradiction_is_named(string name)
    {
        (Func<ChipImage, ChipImage> change, string path) = Contradictions[name];

        IReadOnlyList<Diagnostic> findings = ChipImageCheck.Run(change(SampleImage.Small()), "x.chip");

        Diagnostic finding = Assert.Single(findings, d => d.Location.Path == path);
        Assert.Equal("GAN1507", finding.Code);
        Assert.Equal("x.chip", finding.Location.File);
    }

    [Fact]
    public void A_wrong_chip_specification_is_reported_with_its_place()
    {
        ChipImage image = SampleImage.Small() with { ChipSpec = Presets.Text("loihi1").Replace("width: 8", "width: x", StringComparison.Ordinal) };

        Diagnostic finding = Assert.Single(ChipImageCheck.Run(image, "x.chip"));

        Assert.Equal(("GAN1010", "mesh.width"), (finding.Code, finding.Location.Path));
        Assert.Equal("x.chip (chip specification)", finding.Location.File);
    }

    [Fact]
    public void Rows_that_share_all_their_words_are_checked_in_bounded_time()
    {
        const int words = 1_000_000;
        ChipImage image = SampleImage.Small().WithSynapses(0, memory => memory with
        {
            Words = [.. Enumerable.Range(0, words).Select(i => SampleImage.Word(1, 0, i == 777_777 ? 9 : i % 9, 16))],
            Rows = [.. Enumerable.Range(0, 200_000).Select(i => new SynapseRow(i + 4, words - 200_004, 0, RowForm.Shared, RowForm.Shared))],
        });
        Stopwatch time = Stopwatch.StartNew();

        Assert.Empty(ChipImageCheck.Run(image));

        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), $"took {time.Elapsed}");
    }

    [Fact]
    public void The_extent_of_any_range_of_words_is_exact()
    {
        const int words = 5000;
        ChipImage image = SampleImage.Small().WithSynapses(0, memory => memory with
        {
            Words = [.. Enumerable.Range(0, words).Select(i => SampleImage.Word(1, 0, i == 4321 ? 8 : i == 1234 ? 1 : 3, 16))],
        });

        for (int i = 0; i < 2000; i++)
        {
            int start = (int)((uint)i * 2654435761u % words);
            int length = 1 + (int)((uint)i * 2246822519u % (uint)(words - start));
            bool reachesHigh = start <= 4321 && start + length > 4321;
            bool reachesLow = start <= 1234 && start + length > 1234;
            Assert.Equal(reachesHigh, Findings(new SynapseRow(start, length, 2, RowForm.Shared, RowForm.Shared)) > 0);
            Assert.Equal(reachesLow, Findings(new SynapseRow(start, length, -2, RowForm.Shared, RowForm.Shared)) > 0);
        }

        int Findings(SynapseRow row) =>
            ChipImageCheck.Run(image.WithSynapses(0, memory => memory with { Rows = [row, row, row, row] })).Count;
    }
}
