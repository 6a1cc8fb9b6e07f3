using System.Globalization;
using System.Net;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Compare;

/// <summary>Draws a comparison: a row of bars per quantity, a bar per chip.</summary>
internal static class ComparisonPicture
{
    private const double Left = 150;
    private const double BarWidth = 420;
    private const double BarHeight = 16;
    private const double LineHeight = 22;
    private const double GroupGap = 34;
    private const double Top = 60;
    private const string Ink = "#1f5f8b";

    /// <summary>Writes the picture to a file.</summary>
    /// <param name="path">Path of an SVG file.</param>
    /// <param name="comparison">What was found.</param>
    public static void Write(string path, Comparison comparison)
    {
        using var file = new PendingFile(path);
        using (var svg = new StreamWriter(file.Stream, leaveOpen: true) { NewLine = "\n" })
        {
            Draw(svg, comparison);
        }

        file.Complete();
    }

    private static void Draw(StreamWriter svg, Comparison comparison)
    {
        (string Title, double? Scale, Func<ChipResult, double?> Value, Func<double, string> Text)[] quantities =
        [
            comparison.Labelled ? ("accuracy", 1, result => result.Accuracy, Quantity.Percent) : ("answers like floating point", 1, result => result.AnsweredAlike, Quantity.Percent),
            ("spikes of the output", null, result => result.OutputSpikes, value => Quantity.Count((long)value)),
            ("output differs from floating point by", null, result => result.OutputDifference, Quantity.Percent),
            ("chip time", null, result => result.ChipTime, Quantity.Duration),
            ("energy", null, result => result.Energy, Quantity.Energy),
        ];
        ChipResult[] results = [.. comparison.Results.Where(result => result.Refusal.Count == 0)];
        double height = Top + (quantities.Length * ((results.Length * LineHeight) + GroupGap));
        svg.WriteLine(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + BarWidth + 140} {height}\" font-family=\"sans-serif\" font-size=\"13\">"));
        svg.WriteLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Text(svg, 20, 28, $"{comparison.Network.Name}, {Quantity.Count(comparison.Timesteps, "timestep")}", "start", " font-weight=\"bold\"");
        double y = Top;
        foreach ((string title, double? scale, Func<ChipResult, double?> value, Func<double, string> text) in quantities)
        {
            Text(svg, Left, y, title, "start", "");
            y += 8;
            double largest = scale ?? results.Max(result => value(result) ?? 0);
            foreach (ChipResult result in results)
            {
                double? amount = value(result);
                double width = largest > 0 ? BarWidth * (amount ?? 0) / largest : 0;
                svg.WriteLine(Invariant($"<rect x=\"{Left}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{BarHeight}\" fill=\"{Ink}\"/>"));
                Text(svg, Left - 8, y + 13, ComparisonReport.Name(result), "end", "");
                Text(svg, Left + width + 6, y + 13, amount is { } known ? text(known) : "not known", "start", " fill=\"#555\"");
                y += LineHeight;
            }

            y += GroupGap - 8;
        }

        svg.WriteLine("</svg>");
    }

    private static void Text(StreamWriter svg, double x, double y, string text, string anchor, string style) =>
        svg.WriteLine(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\"{style}>{WebUtility.HtmlEncode(text)}</text>"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
