using Ganglion.ChipSpec.Spec;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>A Loihi with small cores, so that small networks take many, and with prices that differ from event to event.</summary>
internal static class TestChip
{
    public static ChipSpec.Spec.ChipSpec WithCompartments(int perCore) => new()
    {
        Id = "test",
        Name = "Chip of the tests",
        Family = "loihi",
        Sources = new Dictionary<string, string>(StringComparer.Ordinal) { ["invented"] = "for tests" },
        Core = new CoreLimits { Compartments = perCore },
        Synapse = new SynapseFormat
        {
            WeightBits = [8],
            WeightExponent = new IntegerRange(-8, 7),
            WeightShift = 6,
            Delay = new IntegerRange(0, 62),
        },
        Compartment = new CompartmentFormat
        {
            Models = ["loihi-cuba-lif"],
            CurrentBits = 24,
            PotentialBits = 24,
            DecayBits = 12,
            ThresholdMantissa = new IntegerRange(0, 131071),
            ThresholdShift = 6,
            BiasMantissa = new IntegerRange(-4096, 4095),
            BiasExponent = new IntegerRange(0, 7),
            Refractory = new IntegerRange(1, 63),
        },
        Mesh = new Mesh { Width = null, Height = 3, CoresPerTile = 2, Routing = "xy", Multicast = false },
        Timestep = new TimestepRegime { Kind = "barrier" },
        Prices = [Prices],
    };

    private static PriceTable Prices => new()
    {
        Name = "primes",
        Description = "Made up, so that no two events cost the same",
        Energy = Events("pJ"),
        Latency = Events("ns"),
        Barrier = [new BarrierPrice(1, Of(100, "ns")), new BarrierPrice(4, Of(200, "ns"))],
    };

    private static EventPrices Events(string unit) => new()
    {
        SynapticEventSparse = Of(2, unit),
        SynapticEventDense = Of(3, unit),
        SynapticEventShared = Of(5, unit),
        CompartmentActive = Of(7, unit),
        CompartmentInactive = Of(11, unit),
        Spike = Of(13, unit),
        MessageOut = Of(17, unit),
        MessageIn = Of(19, unit),
        WithinTile = Of(23, unit),
        HopEastWest = Of(29, unit),
        HopNorthSouth = Of(31, unit),
        DendriteUpdate = Of(37, unit),
    };

    private static Cost Of(double value, string unit) =>
        new() { Value = value, Unit = unit, Scope = CostScope.PerTerm, Evidence = CostEvidence.Derived, Source = "invented" };
}
