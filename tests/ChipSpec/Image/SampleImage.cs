using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Writing;

namespace Ganglion.ChipSpec.Tests.Images;

/// <summary>A small image with every kind of part, and a large one for measuring.</summary>
internal static class SampleImage
{
    public static ChipImage Small() => new()
    {
        NetworkName = "sample ∑",
        NetworkHash = "00112233445566778899aabbccddeeff",
        ChipSpec = ChipSpecWriter.Write(Presets.Load("loihi1")),
        TimestepSeconds = 1e-3,
        Populations =
        [
            new PopulationImage { Name = "in", FirstNeuron = 0, Count = 3, IsSource = true },
            new PopulationImage { Name = "hidden", FirstNeuron = 3, Count = 10, Shape = [2, 5], PotentialScale = 0.125 },
            new PopulationImage { Name = "noise", FirstNeuron = 13, Count = 2, IsSource = true },
            new PopulationImage { Name = "out", FirstNeuron = 15, Count = 2, IsOutput = true },
        ],
        Cores = [FirstCore(), SecondCore()],
        Sources =
        [
            new SourceImage
            {
                Population = 0,
                Kind = SourceKind.List,
                SpikeTimesteps = [0, 4, 4, 5_000_000_000],
                SpikeNeurons = [2, 0, 0, 1],
                AxonsOut = Axons([0, 1, 2, 2], [0, 1], [0, 0]),
            },
            new SourceImage { Population = 2, Kind = SourceKind.Poisson, Probability = [0.25], AxonsOut = Axons([0, 0, 1], [0], [2]) },
        ],
    };

    /// <summary>The small image with synapses that learn on its second core: a sparse row, a dense row, and a reward.</summary>
    public static ChipImage Plastic() => Small().WithCore(1, core => core with
    {
        Synapses = core.Synapses with
        {
            Rows =
            [
                .. core.Synapses.Rows,
                new SynapseRow(1, 2, 0, RowForm.Sparse, RowForm.Sparse),
                new SynapseRow(0, 2, 0, RowForm.Dense, RowForm.Dense),
            ],
            Words = [.. core.Synapses.Words, Word(-128, 0, 0, 8), Word(3, 0, 1, 8)],
            Dense = [127, -3],
        },
        Plastic =
        [
            new PlasticProjectionImage
            {
                Projection = 2,
                Rule = "dw = 2^-2*y0*x1 - 2^-2*x0*y2",
                EpochTimesteps = 4,
                Traces = [Trace(), Trace(), Trace(), Trace() with { ThirdFactor = ThirdFactorMode.Level }, Trace()],
                Sign = PlasticSign.Mixed,
                WeightExponent = -1,
                Rows = [new PlasticRow { Axon = 2, SourceNeuron = 9 }, new PlasticRow { Axon = 3, SourceNeuron = 0 }],
                Weights = [-256, 7, 255, -5],
                Tags = [-257, 0, 0, 255],
                Delays = [0, 0, 0, 255],
                ThirdFactors = [new ThirdFactorRow { Axon = 1, Trace = 1, Compartments = [0, 1], Amounts = [127, 0] }],
            },
        ],
    }) with
    {
        Plastic = [new ProjectionImage { Projection = 2, Name = "learning", Source = 1, Target = 3 }],
    };

    /// <summary>One core after another with as many synapses as asked for, in all, and plausible axon tables.</summary>
    public static ChipImage Large(int cores, int rowsPerCore, int synapsesPerRow)
    {
        const int compartments = 1024;
        return Small() with
        {
            Populations = [new PopulationImage { Name = "all", FirstNeuron = 0, Count = cores * compartments }],
            Sources = [],
            Cores =
            [
                .. Enumerable.Range(0, cores).Select(core => new CoreImage
                {
                    Core = core,
                    Model = "loihi-cuba-lif",
                    Compartments = compartments,
                    Runs = [new CompartmentRun { Population = 0, FirstNeuron = core * compartments, FirstCompartment = 0, Count = compartments }],
                    Parameters = [new ParameterColumn { Name = "threshold", Values = [100] }],
                    Synapses = new SynapseMemory
                    {
                        SlotStride = compartments,
                        DelaySlots = 64,
                        Rows = [.. Enumerable.Range(0, rowsPerCore).Select(i => new SynapseRow(i * synapsesPerRow, synapsesPerRow, 0, RowForm.Sparse, RowForm.Sparse))],
                        Words = [.. Enumerable.Range(0, rowsPerCore * synapsesPerRow).Select(i => (uint)i * 2654435761u)],
                        Dense = [],
                    },
                    AxonsOut = Axons([.. Enumerable.Range(0, compartments + 1)], [.. new int[compartments]], [.. Enumerable.Range(0, compartments)]),
                    Usage = Usage(),
                }),
            ],
        };
    }

    public static ChipImage WithCore(this ChipImage image, int index, Func<CoreImage, CoreImage> change) =>
        image with { Cores = [.. image.Cores.Select((core, i) => i == index ? change(core) : core)] };

    public static ChipImage WithSynapses(this ChipImage image, int index, Func<SynapseMemory, SynapseMemory> change) =>
        image.WithCore(index, core => core with { Synapses = change(core.Synapses) });

    public static ChipImage WithRow(this ChipImage image, int index, int row, Func<SynapseRow, SynapseRow> change) =>
        image.WithSynapses(index, memory => memory with { Rows = [.. memory.Rows.Select((old, i) => i == row ? change(old) : old)] });

    public static ChipImage WithSource(this ChipImage image, int index, Func<SourceImage, SourceImage> change) =>
        image with { Sources = [.. image.Sources.Select((source, i) => i == index ? change(source) : source)] };

    public static ChipImage WithPopulation(this ChipImage image, int index, Func<PopulationImage, PopulationImage> change) =>
        image with { Populations = [.. image.Populations.Select((population, i) => i == index ? change(population) : population)] };

    public static ChipImage WithPlastic(this ChipImage image, Func<PlasticProjectionImage, PlasticProjectionImage> change) =>
        image.WithCore(1, core => core with { Plastic = [.. core.Plastic.Select(change)] });

    public static AxonTable Axons(int[] first, int[] core, int[] axon) => new() { First = first, Core = core, Axon = axon };

    public static uint Word(int weight, int delay, int compartment, int stride) => ((uint)weight << 16) | (uint)((delay * stride) + compartment);

    private static CoreImage FirstCore() => new()
    {
        Core = 0,
        Model = "loihi-cuba-lif",
        Compartments = 10,
        Runs = [new CompartmentRun { Population = 1, FirstNeuron = 0, FirstCompartment = 0, Count = 10 }],
        Parameters =
        [
            new ParameterColumn { Name = "threshold", Values = [64] },
            new ParameterColumn { Name = "bias", Values = [0, -1, 2, -3, 4, -5, 6, -7, int.MaxValue, int.MinValue] },
        ],
        Synapses = new SynapseMemory
        {
            SlotStride = 16,
            DelaySlots = 4,
            Rows =
            [
                new SynapseRow(0, 2, 0, RowForm.Sparse, RowForm.Sparse),
                new SynapseRow(1, 3, 7, RowForm.Dense, RowForm.Dense),
                new SynapseRow(2, 2, 3, RowForm.Shared, RowForm.Shared),
                new SynapseRow(2, 2, -1, RowForm.Shared, RowForm.Shared),
            ],
            Words = [Word(-5, 0, 9, 16), Word(5, 3, 0, 16), Word(7, 1, 1, 16), Word(-7, 1, 6, 16)],
            Dense = [0, -1, short.MinValue, short.MaxValue],
        },
        AxonsOut = Axons([0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3], [0, 1, 1], [3, 0, 1]),
        Usage = Usage(),
    };

    private static CoreImage SecondCore() => new()
    {
        Core = 5,
        Model = "loihi-cuba-lif",
        Compartments = 2,
        Runs = [new CompartmentRun { Population = 3, FirstNeuron = 0, FirstCompartment = 0, Count = 2 }],
        Synapses = new SynapseMemory
        {
            SlotStride = 8,
            DelaySlots = 1,
            Rows = [new SynapseRow(0, 1, 0, RowForm.Sparse, RowForm.Dense), new SynapseRow(0, 0, 0, RowForm.Sparse, RowForm.Sparse)],
            Words = [Word(1, 0, 1, 8)],
            Dense = [],
        },
        AxonsOut = Axons([0, 0, 0], [], []),
        Usage = Usage(),
    };

    private static TraceImage Trace() => new() { Impulse = 127, Decay = uint.MaxValue };

    private static CoreUsage Usage() => new()
    {
        Compartments = 10,
        InAxons = 4,
        OutAxons = 3,
        SynapseMemoryBits = 640,
        CompartmentConfigurations = 1,
        ThresholdConfigurations = 1,
        SynapseConfigurations = 2,
        Synapses = 9,
    };
}
