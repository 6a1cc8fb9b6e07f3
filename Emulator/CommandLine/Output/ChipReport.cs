using Ganglion.ChipSpec.Spec;

namespace Ganglion.CommandLine.Output;

/// <summary>Tells people what is known of chips.</summary>
internal static class ChipReport
{
    /// <summary>Writes several chips side by side.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="chips">The chips, one or more.</param>
    public static void Write(Terminal terminal, IReadOnlyList<ChipSpec.Spec.ChipSpec> chips)
    {
        WriteProperties(terminal, chips);
        foreach (ChipSpec.Spec.ChipSpec chip in chips)
        {
            terminal.WriteHeading($"{chip.Id}: {chip.Name}");
            WriteScope(terminal, chip);
            terminal.WriteLine();
        }

        terminal.WriteLine("ganglion chips NAME shows one of them with its price tables and sources.");
    }

    /// <summary>Writes all that is known of one chip.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="chip">The chip.</param>
    public static void Write(Terminal terminal, ChipSpec.Spec.ChipSpec chip)
    {
        terminal.WriteHeading($"{chip.Id}: {chip.Name}");
        WriteProperties(terminal, [chip]);
        terminal.WriteLine($"neuron models: {string.Join(", ", chip.Compartment.Models)}");
        terminal.WriteLine();
        terminal.WriteHeading("Emulation");
        WriteScope(terminal, chip);
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

    private static void WriteProperties(Terminal terminal, IReadOnlyList<ChipSpec.Spec.ChipSpec> chips)
    {
        var table = new TextTable(["", .. chips.Select(chip => chip.Id)]);
        foreach (IGrouping<string, ChipProperty> section in ChipProperty.All.GroupBy(property => property.Section))
        {
            table.Add(section.Key);
            foreach (ChipProperty property in section)
            {
                string[] values = [.. chips.Select(property.Value)];
                if (values.Any(value => value != ChipProperty.None))
                {
                    table.Add([$"  {property.Name}", .. values]);
                }
            }
        }

        terminal.Write(table);
        terminal.WriteLine();
    }

    private static void WriteScope(Terminal terminal, ChipSpec.Spec.ChipSpec chip)
    {
        if (chip.Emulation is not { } scope)
        {
            terminal.WriteLine("how far the emulation goes: not stated");
            return;
        }

        foreach ((string heading, IReadOnlyList<string> statements) in new[]
        {
            ("exact", scope.Exact), ("approximate", scope.Approximate), ("not emulated", scope.NotEmulated),
        })
        {
            for (int i = 0; i < statements.Count; i++)
            {
                terminal.WriteLine($"  {(i == 0 ? heading : ""),-13} {statements[i]}");
            }
        }
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
}
