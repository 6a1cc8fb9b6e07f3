using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads the list <c>prices</c>.</summary>
internal static class PriceReader
{
    private const int MaxTables = 16;
    private static readonly string[] EnergyUnits = ["pJ", "nJ"];
    private static readonly string[] LatencyUnits = ["ns", "us"];
    private static readonly string[] PowerUnits = ["mW"];

    public static IReadOnlyList<PriceTable> Read(YamlNode node, IReadOnlyCollection<string> sources)
    {
        List<PriceTable> tables = [];
        foreach (YamlNode item in node.AsSequence(maxCount: MaxTables))
        {
            YamlMapping mapping = item.AsMapping();
            PriceTable table = ReadTable(mapping, sources);
            if (tables.Exists(other => other.Name == table.Name) && table.Name.Length > 0)
            {
                mapping.Required("name").Report(
                    ChipSpecDiagnostics.DuplicateName, $"the price table '{Printable.Shorten(table.Name)}' a second time", "every name once", "rename one of them");
            }

            tables.Add(table);
        }

        return tables;
    }

    private static PriceTable ReadTable(YamlMapping node, IReadOnlyCollection<string> sources)
    {
        PriceTable table = new()
        {
            Name = node.Required("name").AsName(),
            Description = node.Required("description").AsString(),
            Energy = ReadEvents(node.Required("energy").AsMapping(), EnergyUnits, sources),
            Latency = ReadEvents(node.Required("latency").AsMapping(), LatencyUnits, sources),
            Barrier = node.Optional("barrier") is { } barrier ? ReadBarrier(barrier, sources) : [],
            BarrierLookup = node.Optional("barrierLookup")?.AsEnum<BarrierLookup>() ?? default,
            StaticPower = ReadCost(node.Optional("staticPower"), PowerUnits, sources),
        };
        node.RejectUnknownKeys();
        return table;
    }

    private static EventPrices ReadEvents(YamlMapping node, string[] units, IReadOnlyCollection<string> sources)
    {
        EventPrices prices = new()
        {
            SynapticEventSparse = Read("synapticEventSparse"),
            SynapticEventDense = Read("synapticEventDense"),
            SynapticEventShared = Read("synapticEventShared"),
            DendriteUpdate = Read("dendriteUpdate"),
            CompartmentActive = Read("compartmentActive"),
            CompartmentInactive = Read("compartmentInactive"),
            Spike = Read("spike"),
            MessageOut = Read("messageOut"),
            MessageIn = Read("messageIn"),
            WithinTile = Read("withinTile"),
            HopEastWest = Read("hopEastWest"),
            HopNorthSouth = Read("hopNorthSouth"),
            HopBetweenChips = Read("hopBetweenChips"),
            LearningUpdate = Read("learningUpdate"),
        };
        node.RejectUnknownKeys();
        return prices;

        Cost? Read(string key) => ReadCost(node.Optional(key), units, sources);
    }

    private static List<BarrierPrice> ReadBarrier(YamlNode node, IReadOnlyCollection<string> sources)
    {
        List<BarrierPrice> prices = [];
        foreach (YamlNode item in node.AsSequence(maxCount: 1024))
        {
            YamlMapping mapping = item.AsMapping();
            YamlNode tilesNode = mapping.Required("tiles");
            int tiles = tilesNode.AsInt32(1, 1 << 24);
            Cost? latency = ReadCost(mapping.Required("latency"), LatencyUnits, sources);
            mapping.RejectUnknownKeys();
            if (tiles > 0 && prices.Count > 0 && tiles <= prices[^1].Tiles)
            {
                tilesNode.Report(ChipSpecDiagnostics.Inconsistent, $"{tiles} tiles after {prices[^1].Tiles}", "tiles in ascending order, each once", "sort the list");
            }

            prices.Add(new BarrierPrice(tiles, latency!));
        }

        return prices;
    }

    private static Cost? ReadCost(YamlNode? node, string[] units, IReadOnlyCollection<string> sources)
    {
        if (node is null)
        {
            return null;
        }

        YamlMapping mapping = node.AsMapping();
        Cost cost = new()
        {
            Value = mapping.Required("value").AsDouble(min: 0),
            Unit = mapping.Required("unit").AsChoice(units),
            Scope = mapping.Required("scope").AsEnum<CostScope>(),
            Evidence = mapping.Required("evidence").AsEnum<CostEvidence>(),
            Source = mapping.Required("source").AsChoice(sources),
            Note = mapping.Optional("note")?.AsString(),
        };
        mapping.RejectUnknownKeys();
        return cost;
    }
}
