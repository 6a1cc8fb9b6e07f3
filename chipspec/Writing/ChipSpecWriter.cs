using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Writing;

/// <summary>Writes chip specifications as canonical YAML: equal specifications give equal texts.</summary>
public static class ChipSpecWriter
{
    /// <summary>Writes a specification; <see cref="ChipSpecReader.Read(string, string)"/> reads the same one back.</summary>
    /// <param name="spec">Specification.</param>
    /// <returns>YAML text with line feeds and a final one; absent values are left out, keys stand in the order of the records.</returns>
    public static string Write(Spec.ChipSpec spec)
    {
        CanonicalYaml yaml = new();
        yaml.Text("id", spec.Id);
        yaml.Text("name", spec.Name);
        yaml.Text("family", spec.Family);
        yaml.Mapping("sources", () =>
        {
            foreach ((string key, string source) in spec.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                yaml.Text(key, source);
            }
        });
        yaml.Mapping("core", () => WriteCore(yaml, spec.Core));
        yaml.Mapping("synapse", () => WriteSynapse(yaml, spec.Synapse));
        yaml.Mapping("compartment", () => WriteCompartment(yaml, spec.Compartment));
        yaml.Mapping("mesh", () => WriteMesh(yaml, spec.Mesh));
        yaml.Mapping("timestep", () =>
        {
            yaml.Text("kind", spec.Timestep.Kind);
            yaml.Number("realTimeMicroseconds", spec.Timestep.RealTimeMicroseconds);
        });
        if (spec.Learning is { } learning)
        {
            yaml.Mapping("learning", () =>
            {
                yaml.Texts("rules", learning.Rules);
                yaml.Integer("epochTimesteps", learning.EpochTimesteps);
            });
        }

        if (spec.Emulation is { } emulation)
        {
            yaml.Mapping("emulation", () =>
            {
                yaml.Texts("exact", emulation.Exact);
                yaml.Texts("approximate", emulation.Approximate);
                yaml.Texts("notEmulated", emulation.NotEmulated);
            });
        }

        yaml.Sequence("prices", spec.Prices, table => WritePrices(yaml, table));
        return yaml.ToString();
    }

    private static void WriteCore(CanonicalYaml yaml, CoreLimits core)
    {
        yaml.Integer("compartments", core.Compartments);
        yaml.Integer("inAxons", core.InAxons);
        yaml.Integer("outAxons", core.OutAxons);
        yaml.Integer("synapseMemoryBits", core.SynapseMemoryBits);
        yaml.Integer("compartmentConfigurations", core.CompartmentConfigurations);
        yaml.Integer("thresholdConfigurations", core.ThresholdConfigurations);
        yaml.Integer("synapseConfigurations", core.SynapseConfigurations);
        yaml.Integer("fanIn", core.FanIn);
        yaml.Integer("destinations", core.Destinations);
        yaml.Integer("outputCompartments", core.OutputCompartments);
        yaml.Integer("inputChannels", core.InputChannels);
        yaml.Integer("recurrentSynapses", core.RecurrentSynapses);
    }

    private static void WriteSynapse(CanonicalYaml yaml, SynapseFormat synapse)
    {
        yaml.Integers("weightBits", synapse.WeightBits);
        yaml.Range("weights", synapse.Weights);
        yaml.Range("weightExponent", synapse.WeightExponent);
        yaml.Integer("weightShift", synapse.WeightShift);
        yaml.Word("sign", synapse.Sign);
        yaml.Integer("axonTypes", synapse.AxonTypes);
        yaml.Range("delay", synapse.Delay);
        yaml.Word("delayOf", synapse.DelayOf);
        if (synapse.Packing is { } packing)
        {
            yaml.Mapping("packing", () =>
            {
                yaml.Integer("wordBits", packing.WordBits);
                yaml.Integer("headerBits", packing.HeaderBits);
                yaml.Integer("blockSynapses", packing.BlockSynapses);
                yaml.Integers("indexBits", packing.IndexBits);
                yaml.Integer("delayBits", packing.DelayBits);
                yaml.Boolean("sharedLists", packing.SharedLists);
            });
        }
    }

    private static void WriteCompartment(CanonicalYaml yaml, CompartmentFormat compartment)
    {
        yaml.Texts("models", compartment.Models);
        if (compartment.Modes.Count > 0)
        {
            yaml.Texts("modes", compartment.Modes);
        }

        yaml.Integer("currentBits", compartment.CurrentBits);
        yaml.Integer("potentialBits", compartment.PotentialBits);
        yaml.Boolean("potentialSigned", compartment.PotentialSigned);
        yaml.Integer("decayBits", compartment.DecayBits);
        yaml.Range("decayShift", compartment.DecayShift);
        yaml.Range("leak", compartment.Leak);
        yaml.Range("thresholdMantissa", compartment.ThresholdMantissa);
        yaml.Integer("thresholdShift", compartment.ThresholdShift);
        yaml.Range("biasMantissa", compartment.BiasMantissa);
        yaml.Range("biasExponent", compartment.BiasExponent);
        yaml.Range("refractory", compartment.Refractory);
        yaml.Integer("spikesPerTimestep", compartment.SpikesPerTimestep);
    }

    private static void WriteMesh(CanonicalYaml yaml, Mesh mesh)
    {
        yaml.Integer("width", mesh.Width);
        yaml.Integer("height", mesh.Height);
        yaml.Integer("coresPerTile", mesh.CoresPerTile);
        yaml.Text("routing", mesh.Routing);
        yaml.Boolean("multicast", mesh.Multicast);
        yaml.Text("chipLinks", mesh.ChipLinks);
        yaml.Integer("reach", mesh.Reach);
        yaml.Integer("maxChips", mesh.MaxChips);
        if (mesh.Board is { } board)
        {
            yaml.Mapping("board", () =>
            {
                yaml.Integer("columns", board.Columns);
                yaml.Integer("rows", board.Rows);
                yaml.Integer("edgeMessagesPerTimestep", board.EdgeMessagesPerTimestep);
            });
        }

        yaml.Integer("routerEntries", mesh.RouterEntries);
        yaml.Integer("keyBits", mesh.KeyBits);
    }

    private static void WritePrices(CanonicalYaml yaml, PriceTable table)
    {
        yaml.Text("name", table.Name);
        yaml.Text("description", table.Description);
        yaml.Mapping("energy", () => WriteEvents(yaml, table.Energy));
        yaml.Mapping("latency", () => WriteEvents(yaml, table.Latency));
        yaml.Sequence("barrier", table.Barrier, price =>
        {
            yaml.Integer("tiles", price.Tiles);
            WriteCost(yaml, "latency", price.Latency);
        });
        yaml.Word("barrierLookup", table.BarrierLookup);
        WriteCost(yaml, "staticPower", table.StaticPower);
    }

    private static void WriteEvents(CanonicalYaml yaml, EventPrices prices)
    {
        foreach ((string key, Cost? cost) in prices.ByEvent())
        {
            WriteCost(yaml, key, cost);
        }
    }

    private static void WriteCost(CanonicalYaml yaml, string key, Cost? cost)
    {
        if (cost is null)
        {
            return;
        }

        yaml.Mapping(key, () =>
        {
            yaml.Number("value", cost.Value);
            yaml.Text("unit", cost.Unit);
            yaml.Word("scope", cost.Scope);
            yaml.Word("evidence", cost.Evidence);
            yaml.Text("source", cost.Source);
            yaml.Text("note", cost.Note);
        });
    }
}
