using Ganglion.Compiler.Reports;

namespace Ganglion.CommandLine.Output;

/// <summary>Tells people how a network behaves in the integers of a chip.</summary>
internal static class CalibrationReportText
{
    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="report">What calibration measured.</param>
    public static void Write(Terminal terminal, CalibrationReport report)
    {
        Write(terminal, report, "");
        if (report.HeldOut is { } others)
        {
            terminal.WriteLine();
            Write(terminal, others, " held out");
        }
    }

    private static void Write(Terminal terminal, CalibrationReport report, string kind)
    {
        var table = new TextTable(
            $"chip against floating point, {Quantity.Count(report.After.Samples, "sample")}{kind}", ">spikes", ">count error", ">moved spikes", ">correlation", ">dead", ">saturated");
        foreach ((LayerAgreement before, LayerAgreement after) in report.Before.Layers.Zip(report.After.Layers))
        {
            table.Add(
                after.Name,
                Quantity.Count(after.ReferenceSpikes),
                Change(before.CountError, after.CountError, Quantity.Percent),
                Change(before.MovedSpikes, after.MovedSpikes, Quantity.Percent),
                Change(before.Correlation, after.Correlation, value => $"{value:F3}"),
                Change(before.DeadNeurons, after.DeadNeurons, value => $"{value}"),
                Change(before.SaturatedNeurons, after.SaturatedNeurons, value => $"{value}"));
        }

        terminal.Write(table);
        var answers = new TextTable("answers", ">");
        answers.Add("like floating point", Change(report.Before.AnsweredAlike, report.After.AnsweredAlike, Quantity.Percent));
        if (report.After.Labelled > 0)
        {
            answers.Add($"accuracy in floating point, {Quantity.Count(report.After.Labelled, "label")}", Quantity.Percent(report.After.ReferenceAccuracy ?? 0));
            answers.Add("accuracy on the chip", Change(report.Before.ChipAccuracy, report.After.ChipAccuracy, Quantity.Percent));
        }

        terminal.WriteLine();
        terminal.Write(answers);
    }

    private static string Change(double? before, double? after, Func<double, string> text)
    {
        (string old, string now) = (before is { } b ? text(b) : "-", after is { } a ? text(a) : "-");
        return old == now ? now : $"{old} → {now}";
    }
}
