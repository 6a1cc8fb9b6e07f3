using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Input;

namespace Ganglion.CommandLine.Output;

/// <summary>Tells people what a run did.</summary>
internal static class RunReport
{
    /// <summary>Writes warnings and notes.</summary>
    /// <param name="error">Where to.</param>
    /// <param name="diagnostics">The findings.</param>
    public static void WriteDiagnostics(TextWriter error, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            error.WriteLine(diagnostic.ToString());
        }
    }

    /// <summary>Says which input has no effect, and which sources stay silent.</summary>
    /// <param name="error">Where to.</param>
    /// <param name="run">What is about to run.</param>
    /// <param name="input">Spikes that the user gives, if any.</param>
    public static void WriteInputNotes(TextWriter error, LoadedRun run, SpikeInput? input)
    {
        if (input is { LeftOut: > 0 })
        {
            error.WriteLine($"ganglion: left out {Quantity.Count(input.LeftOut)} input spikes of populations that fire by themselves");
        }

        if (run.LosesFirstInput && input is { FirstTimestep: 0 })
        {
            error.WriteLine("ganglion: input spikes of timestep 0 have no effect: without a chip, sources act within their timestep, and the first is 1");
        }

        foreach (PopulationInfo silent in run.Emulation.Populations.Where(population => input is null && population.IsExternal))
        {
            error.WriteLine($"ganglion: the source '{silent.Name}' gets no spikes; give them with --input");
        }
    }

    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="summary">What the run did.</param>
    /// <param name="folder">Folder that it filled, if any.</param>
    public static void Write(Terminal terminal, RunSummary summary, string? folder)
    {
        string where = summary.Chip is { } chip ? $"on {chip.Id}, {Quantity.Count(chip.Cores, "core")}" : "in floating point, without a chip";
        terminal.WriteHeading($"{summary.Network.Name} {where}");
        WritePopulations(terminal, summary);
        terminal.WriteLine();
        WriteFacts(terminal, summary);
        if (summary.Energy is { } energy)
        {
            terminal.WriteLine();
            EnergyReportText.Write(terminal, energy, summary.Counts.Timesteps, summary.ChipTimeUnpriced);
        }

        if (folder is not null)
        {
            terminal.WriteLine();
            terminal.WriteLine($"Written to {folder}: {string.Join(", ", summary.Files)}");
        }

        if (summary.SavedState is { } state)
        {
            terminal.WriteLine($"What was learned is in {state}");
        }

        if (summary.Snapshot is { } snapshot)
        {
            terminal.WriteLine($"The state is in {snapshot}; the run goes on from there with --resume");
        }
    }

    private static void WritePopulations(Terminal terminal, RunSummary summary)
    {
        var table = new TextTable("population", ">neurons", ">spikes", ">per neuron and 1,000 timesteps");
        foreach (PopulationSummary population in summary.Populations)
        {
            double rate = 1000.0 * population.Spikes / Math.Max(1, population.Neurons) / Math.Max(1, summary.Counts.Timesteps);
            string kind = (population.Source, population.Output) switch
            {
                (true, _) => " (source)",
                (_, true) => " (output)",
                _ => "",
            };
            table.Add(population.Name + kind, Quantity.Count(population.Neurons), Quantity.Count(population.Spikes), Quantity.Number(rate));
        }

        terminal.Write(table);
    }

    private static void WriteFacts(Terminal terminal, RunSummary summary)
    {
        var table = new TextTable("", "");
        table.Add("timesteps", Quantity.Count(summary.Counts.Timesteps) + (summary.ResumedAt is { } first ? $", of which {Quantity.Count(first)} before the snapshot" : ""));
        table.Add("synaptic events", Quantity.Count(summary.Counts.SynapticEvents));
        if (summary.Counts is { LearningUpdates: > 0 } counts)
        {
            table.Add(
                "updates of plastic synapses",
                $"{Quantity.Count(counts.LearningUpdates.Value)}, {Quantity.Count(counts.WeightWrites ?? 0)} changed a weight; {Quantity.Count(counts.TraceUpdates ?? 0)} of traces");
        }

        if (summary.Latency is { } latency)
        {
            string time = latency.ChipTime is { } seconds ? $", {Quantity.Duration(seconds)} of chip time" : "";
            table.Add("first input to first output", $"{Quantity.Count(latency.Timesteps, "timestep")} (from {latency.FirstInput} to {latency.FirstOutput}){time}");
        }

        if (summary.ChipTime is { } chipTime)
        {
            table.Add("chip time", Quantity.Duration(chipTime));
        }

        table.Add("wall time", $"{Quantity.Duration(summary.Wall.Seconds)}, {Quantity.Number(summary.Wall.TimestepsPerSecond)} timesteps per second, {Quantity.Count(summary.Threads, "thread")}");
        table.Add("hash of the spikes", summary.Hashes.Spikes);
        terminal.Write(table);
    }
}
