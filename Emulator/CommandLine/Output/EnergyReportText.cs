namespace Ganglion.CommandLine.Output;

/// <summary>Tells people where the energy goes.</summary>
internal static class EnergyReportText
{
    /// <summary>Writes the bill by component, and names what has no price.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="energy">The bill.</param>
    /// <param name="timesteps">Timesteps that it covers.</param>
    /// <param name="chipTimeUnpriced">Events that chip time lacks.</param>
    public static void Write(Terminal terminal, EnergySummary energy, long timesteps, IReadOnlyList<string> chipTimeUnpriced)
    {
        var table = new TextTable("energy", ">total", ">per timestep", ">share");
        foreach (string component in energy.BusyComponents)
        {
            double joule = energy.Components[component];
            if (energy.IsPriced(component))
            {
                table.Add(component, Quantity.Energy(joule), Quantity.Energy(joule / Math.Max(1, timesteps)), Share(joule, energy.Total));
            }
            else
            {
                table.Add(component, "not public");
            }
        }

        table.Add("total", Quantity.Energy(energy.Total), Quantity.Energy(energy.Total / Math.Max(1, timesteps)), "");
        terminal.Write(table);
        WriteUnpriced(terminal, energy, chipTimeUnpriced);
    }

    /// <summary>Names the price table, and what it has no price for.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="energy">The bill.</param>
    /// <param name="chipTimeUnpriced">Events that chip time lacks.</param>
    public static void WriteUnpriced(Terminal terminal, EnergySummary energy, IReadOnlyList<string> chipTimeUnpriced)
    {
        terminal.WriteLine($"Prices: {energy.Table}. {(energy.AllIn ? "One price contains everything at one operating point, static power included." : "Without static power.")}");
        if (energy.Unpriced.Count > 0)
        {
            terminal.WriteLine($"The energy lacks what has no public price: {string.Join(", ", energy.Unpriced)}.");
        }

        if (chipTimeUnpriced.Count > 0)
        {
            terminal.WriteLine($"Chip time lacks what has no public latency: {string.Join(", ", chipTimeUnpriced)}.");
        }
    }

    private static string Share(double joule, double total) => total > 0 ? Quantity.Percent(joule / total) : "";
}
