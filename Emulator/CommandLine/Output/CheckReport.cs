using Ganglion.Compiler.Fit;

namespace Ganglion.CommandLine.Output;

/// <summary>Tells people whether a network fits a chip, what binds it, and what would help.</summary>
internal static class CheckReport
{
    private const int ListedPopulations = 32;

    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="summary">What was found.</param>
    /// <param name="findings">The findings, one line each.</param>
    public static void Write(Terminal terminal, CheckSummary summary, IEnumerable<string> findings)
    {
        terminal.WriteHeading($"{summary.Network} on {summary.Chip}: {Verdict(summary)}");
        terminal.WriteLine($"{Quantity.Count(summary.Neurons, "neuron")}, {(summary.IsCounted ? "" : "about ")}{Quantity.Count((long)summary.Synapses, "synapse")}");
        foreach (string finding in findings)
        {
            terminal.WriteLine(finding);
        }

        WriteResources(terminal, summary);
        WritePopulations(terminal, summary);
        WriteRemedies(terminal.Output, summary.Remedies, summary.Fits);
    }

    /// <summary>Writes what was tried and helps; nothing for a network that fits.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="remedies">What helps.</param>
    /// <param name="fits">Whether the network fits as it is.</param>
    public static void WriteRemedies(TextWriter output, IReadOnlyList<FitRemedy> remedies, bool fits = false)
    {
        if (!fits)
        {
            output.WriteLine(remedies.Count == 0 ? "Nothing that was tried makes it fit: fewer weight bits, no pins, shorter delays, other chips." : "Tried:");
            foreach (FitRemedy remedy in remedies)
            {
                output.WriteLine($"  {remedy}");
            }
        }
    }

    private static string Verdict(CheckSummary summary) => (summary.Fits, summary.Cores) switch
    {
        (false, _) => "does not fit",
        (true, { } cores) => $"fits on {Quantity.Count(cores, "core")}",
        _ => $"exceeds no limit that can be counted; at least {Quantity.Count((long)Math.Max(1, summary.CoresAtLeast), "core")}",
    };

    private static void WriteResources(Terminal terminal, CheckSummary summary)
    {
        if (summary.Resources.Count == 0)
        {
            return;
        }

        terminal.WriteLine();
        string available = summary.CoresAvailable is { } cores ? $" of {Quantity.Count(cores)}" : "";
        var table = new TextTable("resource", ">network needs", ">a core has", $">cores at least{available}", "");
        foreach (ResourceDemand demand in summary.Resources)
        {
            string remark = !demand.IsCertain ? "unless lists are shared or synapses are fewer" : demand.Resource == summary.BindingResource ? "binds" : "";
            table.Add(demand.Resource, $"{demand.Amount:N0}", $"{demand.Limit:N0}", $"{demand.CoresAtLeast:N0}", remark);
        }

        terminal.Write(table);
    }

    private static void WritePopulations(Terminal terminal, CheckSummary summary)
    {
        if (summary.Populations.Count == 0)
        {
            return;
        }

        terminal.WriteLine();
        var table = new TextTable("population", ">neurons", ">cores at least", "because of");
        foreach (PopulationDemand population in summary.Populations.OrderByDescending(p => p.CoresAtLeast).Take(ListedPopulations))
        {
            table.Add(population.Population, Quantity.Count(population.Neurons), $"{population.CoresAtLeast:N0}", population.BindingResource);
        }

        terminal.Write(table);
        if (summary.Populations.Count > ListedPopulations)
        {
            terminal.WriteLine($"and {Quantity.Count(summary.Populations.Count - ListedPopulations)} more populations; --json lists all");
        }
    }
}
