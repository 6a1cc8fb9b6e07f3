using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Compare;

/// <summary>Tells people how chips differ on a network.</summary>
internal static class ComparisonReport
{
    private const string Unknown = "-";

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="comparison">What was found.</param>
    public static void Write(Terminal terminal, Comparison comparison)
    {
        terminal.WriteHeading(
            $"{comparison.Network.Name}: {Quantity.Count(comparison.Timesteps, "timestep")}, output '{comparison.Output}'{(comparison.Labelled ? $", {Quantity.Count(comparison.Stretches, "label")}" : "")}");
        ChipResult[] fitting = [.. comparison.Results.Where(result => result.Refusal.Count == 0)];
        var table = new TextTable(["", .. fitting.Select(result => $">{Name(result)}")]);
        Row(table, fitting, "cores", result => result.Cores is { } cores ? Quantity.Count(cores) : null);
        Row(table, fitting, "synapse memory", result => result.SynapseMemoryBits is { } bits and > 0 ? $"{Quantity.Number(bits / 8192.0)} KiB" : null);
        Row(table, fitting, "spikes of neurons", result => Quantity.Count(result.Spikes!.Value));
        Row(table, fitting, "spikes of the output", result => Quantity.Count(result.OutputSpikes!.Value));
        if (comparison.HasReference)
        {
            Row(table, fitting, "output differs from floating point by", result => result.OutputDifference is { } difference ? Quantity.Percent(difference) : null);
            Row(table, fitting, "answers like floating point", result => Quantity.Percent(result.AnsweredAlike!.Value));
        }

        if (comparison.Labelled)
        {
            Row(table, fitting, "accuracy", result => Quantity.Percent(result.Accuracy!.Value));
        }

        Row(table, fitting, "synaptic events", result => Quantity.Count(result.SynapticEvents!.Value));
        Row(table, fitting, "chip time", result => result.ChipTime is { } seconds ? Quantity.Duration(seconds) : null);
        Row(table, fitting, "energy", result => result.Energy is { } joule ? Quantity.Energy(joule) : null);
        Row(table, fitting, "price table", result => result.Prices);
        terminal.Write(table);
        foreach (ChipResult refused in comparison.Results.Where(result => result.Refusal.Count > 0))
        {
            terminal.WriteLine();
            terminal.WriteLine(refused.Chip == Input.ChipInput.None ? "There is no floating-point run of this network to compare with:" : $"{refused.Chip} cannot hold the network:");
            foreach (string reason in refused.Refusal)
            {
                terminal.WriteLine($"  {reason}");
            }
        }
    }

    /// <summary>What a chip is called in tables and pictures.</summary>
    /// <param name="result">What the chip made of the network.</param>
    public static string Name(ChipResult result) => result.Chip == Input.ChipInput.None ? "floating point" : result.Chip;

    private static void Row(TextTable table, ChipResult[] results, string name, Func<ChipResult, string?> cell) =>
        table.Add([name, .. results.Select(result => cell(result) ?? Unknown)]);
}
