namespace Ganglion.CommandLine.Output;

/// <summary>Tells people how the digits were read.</summary>
internal static class DemoReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="demo">What was measured.</param>
    public static void Write(Terminal terminal, DemoSummary demo)
    {
        terminal.WriteHeading($"{demo.Network.Name} on {demo.Chip.Id}: {Quantity.Count(demo.Images)} handwritten digits, {demo.Code} code");
        WriteFacts(terminal, demo);
        if (demo.Energy is { } energy)
        {
            terminal.WriteLine();
            WriteEnergy(terminal, energy, Math.Max(1, demo.Images));
            EnergyReportText.WriteUnpriced(terminal, energy, demo.ChipTimeUnpriced);
        }

        terminal.WriteLine();
        WriteMistakes(terminal, demo);
    }

    private static void WriteFacts(Terminal terminal, DemoSummary demo)
    {
        Counts counts = demo.Counts;
        int images = Math.Max(1, demo.Images);
        var table = new TextTable("", ">", "");
        table.Add("accuracy in floating point", Quantity.Percent(demo.Accuracy.Float));
        table.Add("accuracy on the chip", Quantity.Percent(demo.Accuracy.Chip), $"{Quantity.Percent(demo.Accuracy.Agreement)} answered alike");
        table.Add("images per second", Quantity.Number(demo.Wall.ImagesPerSecond), $"of this machine, {Quantity.Count(demo.Threads, "thread")}");
        table.Add("timesteps", Quantity.Count(counts.Timesteps), $"{Quantity.Count(demo.TimestepsPerImage)} per image");
        table.Add("spikes", Quantity.Count(counts.Spikes), $"and {Quantity.Count(counts.SourceSpikes)} of the pixels");
        table.Add("synaptic events", Quantity.Count(counts.SynapticEvents), $"{Quantity.Count(counts.SynapticEvents / images)} per image");
        if (demo.LatencyPerImage is { } latency)
        {
            table.Add("latency per image", Quantity.Duration(latency), "of chip time");
        }

        if (demo.FirstAnswer is { } first)
        {
            string chipTime = first.ChipTime is { } seconds ? $", {Quantity.Duration(seconds)} of chip time" : "";
            table.Add("first answer after", $"{Quantity.Number(first.Timesteps)}", $"timesteps{chipTime}");
        }

        if (demo.EnergyPerImage is { } energy)
        {
            table.Add("energy per image", Quantity.Energy(energy));
        }

        table.Add("cores", Quantity.Count(demo.Chip.Cores), $"on {Quantity.Count(demo.Chip.Tiles, "tile")}");
        table.Add("synapse memory of the chip", $"{Quantity.Number(demo.Chip.SynapseMemoryBits / 8192.0)} KiB");
        table.Add("the same in the emulator", $"{Quantity.Number(demo.EmulatorSynapseBytes / 1024.0)} KiB");
        terminal.Write(table);
    }

    private static void WriteEnergy(Terminal terminal, EnergySummary energy, int images)
    {
        var table = new TextTable("energy", ">per image", ">total", ">share");
        foreach (string component in energy.BusyComponents)
        {
            double joule = energy.Components[component];
            table.Add(
                component,
                energy.IsPriced(component) ? Quantity.Energy(joule / images) : "not public",
                energy.IsPriced(component) ? Quantity.Energy(joule) : "",
                energy.IsPriced(component) && energy.Total > 0 ? Quantity.Percent(joule / energy.Total) : "");
        }

        table.Add("total", Quantity.Energy(energy.Total / images), Quantity.Energy(energy.Total));
        terminal.Write(table);
    }

    private static void WriteMistakes(Terminal terminal, DemoSummary demo)
    {
        var table = new TextTable("digit", ">shown", ">right", "taken for another");
        for (int digit = 0; digit < demo.Confusion.Length; digit++)
        {
            int[] answers = demo.Confusion[digit];
            IEnumerable<string> mistakes = answers.Select((count, answer) => (count, answer)).Where(pair => pair.count > 0 && pair.answer != digit)
                .Select(pair => $"{pair.answer} ({pair.count}x)");
            table.Add($"{digit}", Quantity.Count(answers.Sum()), Quantity.Count(answers[digit]), string.Join(", ", mistakes));
        }

        terminal.Write(table);
    }
}
