using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Weights;

/// <summary>Tells people how weights are spread.</summary>
internal static class WeightsReport
{
    private const int LongestBar = 50;

    /// <summary>Writes a table of the projections, and a histogram of each.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="summary">The weights.</param>
    public static void Write(Terminal terminal, WeightsSummary summary)
    {
        terminal.WriteHeading($"{summary.Network.Name} after {Quantity.Count(summary.Timesteps, "timestep")} of learning");
        var table = new TextTable("projection", ">synapses", ">smallest", ">mean", ">largest", ">at lower limit", ">at upper limit", ">tagged");
        foreach (ProjectionWeights projection in summary.Projections)
        {
            table.Add(
                projection.Name, Quantity.Count(projection.Synapses), $"{projection.Minimum}", projection.Mean is { } mean ? Quantity.Number(mean) : "",
                $"{projection.Maximum}", Quantity.Count(projection.AtLowerLimit), Quantity.Count(projection.AtUpperLimit), Quantity.Count(projection.Tagged));
        }

        terminal.Write(table);
        foreach (ProjectionWeights projection in summary.Projections.Where(projection => projection.Synapses > 0))
        {
            terminal.WriteLine();
            WriteHistogram(terminal, projection);
        }

        if (summary.Files.Count > 0)
        {
            terminal.WriteLine();
            terminal.WriteLine($"Written: {string.Join(", ", summary.Files)}");
        }
    }

    private static void WriteHistogram(Terminal terminal, ProjectionWeights projection)
    {
        var table = new TextTable($"weights of {projection.Name}", ">synapses", "");
        long most = projection.Histogram.Max(bin => bin.Count);
        foreach (WeightBin bin in projection.Histogram)
        {
            int length = (int)Math.Ceiling((double)bin.Count * LongestBar / most);
            table.Add($"{bin.From} to {bin.To}", Quantity.Count(bin.Count), new string('#', length));
        }

        terminal.Write(table);
    }
}
