using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>Chips of the Loihi family with limits as a test needs them.</summary>
internal static class TestChips
{
    public static readonly SynapsePacking Packing = new()
    {
        WordBits = 64,
        HeaderBits = 10,
        BlockSynapses = 64,
        IndexBits = [0, 6, 7, 8, 9, 10, 11, 12],
        DelayBits = 6,
        SharedLists = true,
    };

    public static ChipSpec.Spec.ChipSpec Unbounded { get; } = Create(new CoreLimits());

    public static ChipSpec.Spec.ChipSpec Loihi { get; } = Create(
        new CoreLimits
        {
            Compartments = 1024,
            InAxons = 4096,
            OutAxons = 4096,
            SynapseMemoryBits = 1_048_576,
            CompartmentConfigurations = 32,
            ThresholdConfigurations = 16,
            SynapseConfigurations = 16,
        },
        width: 8);

    public static ChipSpec.Spec.ChipSpec Create(CoreLimits limits, int? width = null, SynapsePacking? packing = null) => new()
    {
        Id = "test",
        Name = "Chip of the tests",
        Family = "loihi",
        Sources = new Dictionary<string, string>(),
        Core = limits,
        Synapse = new SynapseFormat
        {
            WeightBits = [1, 2, 3, 4, 5, 6, 8],
            WeightExponent = new IntegerRange(-7, 7),
            WeightShift = 6,
            Delay = new IntegerRange(0, 62),
            Packing = packing ?? Packing,
        },
        Compartment = new CompartmentFormat
        {
            Models = ["loihi-cuba-lif"],
            CurrentBits = 24,
            PotentialBits = 24,
            DecayBits = 12,
            ThresholdMantissa = new IntegerRange(0, 131_071),
            ThresholdShift = 6,
            BiasMantissa = new IntegerRange(-4096, 4095),
            BiasExponent = new IntegerRange(0, 7),
            Refractory = new IntegerRange(1, 63),
        },
        Mesh = new Mesh { Width = width, Height = 4, CoresPerTile = 4, Routing = "xy", Multicast = false },
        Timestep = new TimestepRegime { Kind = "barrier" },
        Prices = [],
    };
}
