using System.Text.Json;
using CsCheck;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Tests;

/// <summary>Random valid chip specifications.</summary>
internal static class SpecGenerator
{
    private static readonly string[] SourceKeys = ["a", "b2", "source-3", "null", "true"];

    private static readonly Gen<string> Text =
        Gen.OneOf("plain", "two words", "\"quoted\"", "back\\slash", "tab\tand\nline", "# no comment", "é∑🐙", "1.5", "null", " lead", "a: b", "", "\u0007\u2028\ufeff");

    private static readonly Gen<int?> Limit = Gen.Int[1, 1 << 24].Select(Gen.Bool, (value, isNull) => isNull ? (int?)null : value);

    public static Gen<Spec.ChipSpec> Specs { get; } =
        from name in Text
        from core in Cores
        from packing in Packings
        from hasPacking in Gen.Bool
        from bits in Ascending(1, 16)
        from exponent in Range(-16, 16)
        from weights in Range(-256, 255).Nullable()
        from sign in Gen.Enum<WeightSign>()
        from axonTypes in Gen.Int[1, 256].Nullable()
        from delayOwner in Gen.Enum<DelayOwner>()
        from delay in Range(0, 65_535)
        from compartment in Compartments
        from mesh in Meshes
        from realTime in Gen.Double[1, 1e9].Nullable()
        from rules in Gen.Const(new LearningFormat { Rules = ["rule-1", "other"], EpochTimesteps = 7 }).Null()
        from emulation in Emulations.Null()
        from prices in Prices.Array[0, 3]
        select new Spec.ChipSpec
        {
            Id = "chip-1",
            Name = name,
            Family = "loihi",
            Sources = SourceKeys.ToDictionary(key => key, key => $"{name} {key}"),
            Core = hasPacking ? core : core with { SynapseMemoryBits = null },
            Synapse = new SynapseFormat
            {
                WeightBits = bits,
                Weights = weights,
                WeightExponent = exponent,
                WeightShift = bits[0],
                Sign = sign,
                AxonTypes = axonTypes,
                Delay = delay,
                DelayOf = delayOwner,
                Packing = hasPacking ? packing : null,
            },
            Compartment = compartment,
            Mesh = mesh,
            Timestep = new TimestepRegime { Kind = "barrier", RealTimeMicroseconds = realTime },
            Learning = rules,
            Emulation = emulation,
            Prices = [.. prices.Select((table, i) => table with { Name = $"table{i}" })],
        };

    /// <summary>Every public value of a specification, as text that can be compared.</summary>
    public static string Dump(Spec.ChipSpec spec) =>
        JsonSerializer.Serialize(spec with { Sources = new SortedDictionary<string, string>(spec.Sources.ToDictionary(), StringComparer.Ordinal) });

    private static Gen<CoreLimits> Cores =>
        from values in Limit.Array[11]
        from memory in Gen.Long[1, 1L << 40].Nullable()
        select new CoreLimits
        {
            Compartments = values[0],
            InAxons = values[1],
            OutAxons = values[2],
            SynapseMemoryBits = memory,
            CompartmentConfigurations = values[3],
            ThresholdConfigurations = values[4],
            SynapseConfigurations = values[5],
            FanIn = values[6],
            Destinations = values[7],
            OutputCompartments = values[8],
            InputChannels = values[9],
            RecurrentSynapses = values[10],
        };

    private static Gen<SynapsePacking> Packings =>
        from index in Ascending(0, 32)
        from numbers in Gen.Int[1, 16].Array[4]
        from shared in Gen.Bool
        select new SynapsePacking
        {
            WordBits = numbers[0],
            HeaderBits = numbers[1],
            BlockSynapses = numbers[2],
            IndexBits = index,
            DelayBits = numbers[3],
            SharedLists = shared,
        };

    private static Gen<CompartmentFormat> Compartments =>
        from numbers in Gen.Int[2, 16].Array[4]
        from threshold in Range(-1000, 1000)
        from bias in Range(-4096, 4095)
        from exponent in Range(-16, 16)
        from refractory in Range(0, 65_535)
        from shift in Range(0, 31).Nullable()
        from leak in Range(-255, 255).Nullable()
        from isSigned in Gen.Bool
        from spikes in Gen.Int[1, 65_535]
        from hasModes in Gen.Bool
        select new CompartmentFormat
        {
            Models = ["loihi-cuba-lif", "other.model_2"],
            Modes = hasModes ? ["mode1", "mode-2"] : [],
            CurrentBits = numbers[0],
            PotentialBits = numbers[1],
            DecayBits = numbers[2],
            ThresholdMantissa = threshold,
            ThresholdShift = numbers[3],
            BiasMantissa = bias,
            BiasExponent = exponent,
            Refractory = refractory,
            PotentialSigned = isSigned,
            DecayShift = shift,
            Leak = leak,
            SpikesPerTimestep = spikes,
        };

    private static Gen<EmulationScope> Emulations =>
        from statements in Text.Array[0, 3].Array[3]
        select new EmulationScope { Exact = statements[0], Approximate = statements[1], NotEmulated = statements[2] };

    private static Gen<Mesh> Meshes =>
        from sides in Gen.Int[1, 60].Array[3]
        from flags in Gen.Bool.Array[3]
        select new Mesh
        {
            Width = flags[0] ? sides[0] : null,
            Height = sides[1],
            CoresPerTile = sides[2],
            Routing = "xy",
            Multicast = flags[1],
            ChipLinks = flags[2] ? "planar4" : null,
            Reach = flags[1] ? sides[1] : null,
            MaxChips = flags[2] ? 16 : null,
            Board = flags[0] && flags[2] ? new Board(1 + (sides[1] % 2), 1 + (sides[2] % 2), flags[1] ? sides[0] : null) : null,
            RouterEntries = flags[1] ? sides[2] : null,
            KeyBits = flags[1] ? 1 + (sides[0] % 32) : null,
        };

    private static Gen<PriceTable> Prices =>
        from description in Text
        from energy in Events("pJ", "nJ")
        from latency in Events("ns", "us")
        from barrier in Costs("ns", "us").Array[0, 4]
        from lookup in Gen.Enum<BarrierLookup>()
        from power in Costs("mW", "mW").Null()
        select new PriceTable
        {
            Name = "replaced",
            Description = description,
            Energy = energy,
            Latency = latency,
            Barrier = [.. barrier.Select((cost, i) => new BarrierPrice((i * 3) + 1, cost))],
            BarrierLookup = lookup,
            StaticPower = power,
        };

    private static Gen<EventPrices> Events(string unit, string otherUnit) =>
        from costs in Costs(unit, otherUnit).Null().Array[14]
        select new EventPrices
        {
            SynapticEventSparse = costs[0],
            SynapticEventDense = costs[1],
            SynapticEventShared = costs[2],
            CompartmentActive = costs[3],
            CompartmentInactive = costs[4],
            Spike = costs[5],
            MessageOut = costs[6],
            MessageIn = costs[7],
            WithinTile = costs[8],
            HopEastWest = costs[9],
            HopNorthSouth = costs[10],
            LearningUpdate = costs[11],
            DendriteUpdate = costs[12],
            HopBetweenChips = costs[13],
        };

    private static Gen<Cost> Costs(string unit, string otherUnit) =>
        from value in Gen.OneOf(Gen.Double[0, 1e300], Gen.Double[0, 1e-300], Gen.Const(0.0), Gen.Int[0, 100].Select(i => (double)i))
        from other in Gen.Bool
        from scope in Gen.Enum<CostScope>()
        from evidence in Gen.Enum<CostEvidence>()
        from source in Gen.OneOf(SourceKeys)
        from note in Text.Null()
        select new Cost { Value = value, Unit = other ? otherUnit : unit, Scope = scope, Evidence = evidence, Source = source, Note = note };

    private static Gen<IntegerRange> Range(int min, int max) =>
        Gen.Int[min, max].Select(Gen.Int[min, max], (a, b) => new IntegerRange(Math.Min(a, b), Math.Max(a, b)));

    private static Gen<int[]> Ascending(int min, int max) =>
        Gen.Int[min, max].Array[1, 8].Select(values => values.Distinct().Order().ToArray());
}
