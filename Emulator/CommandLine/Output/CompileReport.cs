using Ganglion.Compiler.Reports;

namespace Ganglion.CommandLine.Output;

/// <summary>Tells people how well a network fits a chip.</summary>
internal static class CompileReport
{
    private const int ListedCores = 32;

    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="summary">What the compiler found.</param>
    public static void Write(Terminal terminal, CompileSummary summary)
    {
        terminal.WriteHeading($"{summary.Network.Name} on {summary.Chip.Id}: {Quantity.Count(summary.Quality.Cores, "core")}, mapped in {Quantity.Duration(summary.Seconds)}");
        WriteUtilization(terminal, summary.Quality);
        terminal.WriteLine();
        WriteCores(terminal, summary.Cores);
        terminal.WriteLine();
        WriteQuality(terminal, summary.Quality);
        terminal.WriteLine();
        WriteQuantization(terminal, summary.Quantization);
        if (summary.File is { } file)
        {
            terminal.WriteLine();
            terminal.WriteLine($"Written to {file}");
        }
    }

    /// <summary>Writes how far the cores are used.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="quality">What the compiler measured.</param>
    public static void WriteUtilization(Terminal terminal, MappingQuality quality)
    {
        var table = new TextTable("resource of a core", ">fullest core", ">mean", ">limit", ">used");
        foreach (ResourceUtilization use in quality.Utilization)
        {
            table.Add(
                use.Resource,
                Quantity.Count(use.Largest),
                Quantity.Number(use.Mean),
                use.Limit is { } limit ? Quantity.Count(limit) : "no limit",
                use.Limit is { } most and > 0 ? Quantity.Percent((double)use.Largest / most) : "");
        }

        terminal.Write(table);
    }

    private static void WriteCores(Terminal terminal, IReadOnlyList<CoreSummary> cores)
    {
        var table = new TextTable(">core", ">compartments", ">in axons", ">out axons", ">synapses", ">synapse memory", "populations");
        foreach (CoreSummary core in cores.Take(ListedCores))
        {
            table.Add(
                $"{core.Core}",
                Quantity.Count(core.Usage.Compartments),
                Quantity.Count(core.Usage.InAxons),
                Quantity.Count(core.Usage.OutAxons),
                Quantity.Count(core.Usage.Synapses),
                $"{Quantity.Number(core.Usage.SynapseMemoryBits / 8192.0)} KiB",
                string.Join(", ", core.Populations));
        }

        terminal.Write(table);
        if (cores.Count > ListedCores)
        {
            terminal.WriteLine($"and {Quantity.Count(cores.Count - ListedCores)} more cores; --json lists all");
        }
    }

    /// <summary>Writes how the mapping loads the chip.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="quality">What the compiler measured.</param>
    public static void WriteQuality(Terminal terminal, MappingQuality quality)
    {
        var table = new TextTable("mapping", ">");
        table.Add("tiles", Quantity.Count(quality.Tiles));
        table.Add("synapses", Quantity.Count(quality.Synapses));
        table.Add("messages when every neuron fires once", Quantity.Count(quality.Axons));
        table.Add("of these to other cores", Quantity.Count(quality.CutAxons));
        table.Add("hops between tiles", Quantity.Count(quality.SpikeHops));
        table.Add("hops by activity and the chip's routing", Quantity.Number(quality.WeightedHops));
        table.Add("messages over the busiest link", Quantity.Number(quality.PeakLinkLoad));
        table.Add("messages over a link in use, mean", Quantity.Number(quality.MeanLinkLoad));
        if (quality.RouterTables is { } tables)
        {
            table.Add("router entries, all", $"{Quantity.Count(tables.CompressedEntries)} of {Quantity.Count(tables.Entries)}");
            table.Add("router entries, fullest", $"{Quantity.Count(tables.LargestTable)} of {Quantity.Count(tables.Limit)}");
            table.Add("bits of a key", $"{tables.KeyBits}");
        }

        terminal.Write(table);
    }

    private static void WriteQuantization(Terminal terminal, QuantizationReport report)
    {
        var projections = new TextTable("projection", ">synapses", ">bits", ">formats", ">exponent", ">largest error", ">rms error", ">clipped", ">lost");
        foreach (ProjectionQuantization projection in report.Projections)
        {
            projections.Add(
                projection.Name,
                Quantity.Count(projection.Synapses),
                $"{projection.Bits}",
                $"{projection.Formats}",
                $"{projection.Exponent}",
                $"{projection.MaximumError:G3}",
                $"{projection.RootMeanSquareError:G3}",
                Quantity.Count(projection.Clipped),
                Quantity.Count(projection.Lost));
        }

        terminal.Write(projections);
        terminal.WriteLine();
        var populations = new TextTable("population", ">threshold error", ">bias error", ">dead", ">saturated", ">largest sum", ">runs behind");
        foreach (PopulationQuantization population in report.Populations)
        {
            populations.Add(
                population.Name,
                Quantity.Percent(population.ThresholdError),
                $"{population.BiasError:G3}",
                Quantity.Count(population.DeadNeurons),
                Quantity.Count(population.SaturatedNeurons),
                Quantity.Count(population.LargestSum),
                $"{population.PipelineDelay}");
        }

        terminal.Write(populations);
        if (report.Calibration is { } calibration)
        {
            terminal.WriteLine();
            CalibrationReportText.Write(terminal, calibration);
        }
    }
}
