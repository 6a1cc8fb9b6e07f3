using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Learn;

/// <summary>Tells people what was learned.</summary>
internal static class LearnReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="summary">What was measured.</param>
    public static void Write(Terminal terminal, LearnSummary summary)
    {
        terminal.WriteHeading($"{summary.Task}, learned on {summary.Chip.Id}");
        var table = new TextTable(["", .. summary.Runs.Select(run => $">seed {run.Seed}")]);
        foreach (Measure measure in summary.Runs.Count == 0 ? [] : summary.Runs[0].Measured)
        {
            Add(measure.Label, run => Text(run.Measured.Single(other => other.Name == measure.Name)));
        }

        Add("timesteps", run => Quantity.Count(run.Timesteps));
        Add("spikes", run => Quantity.Count(run.Spikes));
        Add("synaptic events", run => Quantity.Count(run.SynapticEvents));
        Add("learning updates", run => Quantity.Count(run.LearningUpdates));
        Add("weight writes", run => Quantity.Count(run.WeightWrites));
        if (summary.Runs.Any(run => run.Energy is not null))
        {
            Add("energy", run => run.Energy is { } joule ? Quantity.Energy(joule) : "");
            Add("chip time", run => run.ChipTime is { } seconds ? Quantity.Duration(seconds) : "");
        }

        terminal.Write(table);
        terminal.WriteLine($"{Quantity.Duration(summary.Wall.Seconds)} on {Quantity.Count(summary.Threads, "thread")} of this machine, {Quantity.Count(summary.Chip.Cores, "core")} of the chip.");

        void Add(string label, Func<LearnRun, string> text) => table.Add([label, .. summary.Runs.Select(text)]);
    }

    private static string Text(Measure measure) => measure.IsShare ? Quantity.Percent(measure.Value) : Quantity.Number(measure.Value);
}
