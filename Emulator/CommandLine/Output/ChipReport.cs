using Ganglion.ChipSpec.Spec;

namespace Ganglion.CommandLine.Output;

/// <summary>Tells people what is known of a chip.</summary>
internal static class ChipReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="chip">The chip.</param>
    public static void Write(Terminal terminal, ChipSpec.Spec.ChipSpec chip)
    {
        terminal.WriteHeading($"{chip.Id}: {chip.Name}, family {chip.Family}");
        WriteLimits(terminal, chip);
        terminal.WriteLine();
        WriteNumbers(terminal, chip);
        foreach (PriceTable prices in chip.Prices)
        {
            terminal.WriteLine();
            terminal.WriteHeading($"Prices {prices.Name}: {prices.Description}");
            WritePrices(terminal, prices);
        }

        terminal.WriteLine();
        terminal.WriteHeading("Sources");
        foreach ((string key, string source) in chip.Sources)
        {
            terminal.WriteLine($"  {key}: {source}");
        }
    }

    private static void WriteLimits(Terminal terminal, ChipSpec.Spec.ChipSpec chip)
    {
        CoreLimits core = chip.Core;
        var table = new TextTable("limit of one core", ">");
        table.Add("compartments", Limit(core.Compartments));
        table.Add("incoming axons", Limit(core.InAxons));
        table.Add("outgoing axons", Limit(core.OutAxons));
        table.Add("synapse memory, bits", Limit(core.SynapseMemoryBits));
        table.Add("compartment configurations", Limit(core.CompartmentConfigurations));
        table.Add("threshold configurations", Limit(core.ThresholdConfigurations));
        table.Add("synapse formats", Limit(core.SynapseConfigurations));
        table.Add("synapses to one compartment", Limit(core.FanIn));
        terminal.Write(table);
    }

    private static void WriteNumbers(Terminal terminal, ChipSpec.Spec.ChipSpec chip)
    {
        (Mesh mesh, SynapseFormat synapse, CompartmentFormat compartment) = (chip.Mesh, chip.Synapse, chip.Compartment);
        var table = new TextTable("property", "");
        table.Add("mesh", mesh.Width is { } width ? $"{width} x {mesh.Height} tiles of {mesh.CoresPerTile} cores" : $"as many tiles as needed, {mesh.CoresPerTile} cores each");
        table.Add("routing", $"{mesh.Routing}, {(mesh.Multicast ? "multicast" : "one message per destination core")}");
        table.Add("timestep", chip.Timestep.RealTimeMicroseconds is { } real ? $"{chip.Timestep.Kind}; {real} µs in real time" : chip.Timestep.Kind);
        table.Add("neuron models", string.Join(", ", compartment.Models));
        table.Add("weight bits", string.Join(", ", synapse.WeightBits));
        table.Add("weight exponent", synapse.WeightExponent.ToString());
        table.Add("delay beyond one timestep", synapse.Delay.ToString());
        table.Add("current, bits", $"{compartment.CurrentBits}");
        table.Add("potential, bits", $"{compartment.PotentialBits}");
        table.Add("decay, bits", $"{compartment.DecayBits}");
        table.Add("threshold mantissa", $"{compartment.ThresholdMantissa}, times 2^{compartment.ThresholdShift}");
        table.Add("bias mantissa", $"{compartment.BiasMantissa}, exponent {compartment.BiasExponent}");
        table.Add("refractory period, timesteps", compartment.Refractory.ToString());
        terminal.Write(table);
    }

    private static void WritePrices(Terminal terminal, PriceTable prices)
    {
        var table = new TextTable("event", ">energy", ">latency", "scope", "evidence", "source", "note");
        foreach (((string what, Cost? energy), (_, Cost? latency)) in prices.Energy.ByEvent().Zip(prices.Latency.ByEvent()))
        {
            AddPrice(table, what, Price(energy), Price(latency), energy ?? latency);
        }

        foreach (BarrierPrice barrier in prices.Barrier)
        {
            AddPrice(table, $"barrier, {Quantity.Count(barrier.Tiles, "tile")}", "", Price(barrier.Latency), barrier.Latency);
        }

        if (prices.StaticPower is { } power)
        {
            AddPrice(table, "static power", Price(power), "", power);
        }

        terminal.Write(table);
    }

    private static void AddPrice(TextTable table, string what, string energy, string latency, Cost? cost) => table.Add(
        what,
        energy,
        latency,
        cost is null ? "" : Word(cost.Scope),
        cost is null ? "" : cost.Evidence.ToString().ToLowerInvariant(),
        cost?.Source ?? "",
        cost?.Note ?? "");

    private static string Price(Cost? cost) => cost is null ? "not public" : $"{cost.Value} {cost.Unit}";

    private static string Word(CostScope scope) => scope == CostScope.PerTerm ? "per term" : "all in";

    private static string Limit(long? limit) => limit is { } value ? Quantity.Count(value) : "no limit";
}
