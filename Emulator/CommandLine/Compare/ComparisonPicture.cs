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

    /// <summary>Writes the picture to a file.</summary>
    /// <param name="path">Path of an SVG file.</param>
    /// <param name="comparison">What was found.</param>
    public static void Write(string path, Comparison comparison)
    {
        using var file = new PendingFile(path);
        ChipResult[] results = [.. comparison.Results.Where(result => result.Refusal.Count == 0)];
        ComparedQuantity[] quantities = Quantities(comparison);
        double height = Top + (quantities.Length * ((results.Length * LineHeight) + GroupGap));
        using (var svg = new SvgPicture(file.Stream, Left + BarWidth + 140, height))
        {
            Draw(svg, comparison, results, quantities);
        }

        file.Complete();
    }

    private static void Draw(SvgPicture svg, Comparison comparison, ChipResult[] results, ComparedQuantity[] quantities)
    {
        svg.Text(20, 28, "start", $"{comparison.Network.Name}, {Quantity.Count(comparison.Timesteps, "timestep")}", SvgPicture.Bold);
        double y = Top;
        foreach (ComparedQuantity quantity in quantities)
        {
            svg.Text(Left, y, "start", quantity.Title);
            y += 8;
            double largest = quantity.Scale ?? results.Max(result => quantity.Value(result) ?? 0);
            foreach (ChipResult result in results)
            {
                double? amount = quantity.Value(result);
                double width = largest > 0 ? BarWidth * (amount ?? 0) / largest : 0;
                svg.Add($"<rect x=\"{Left}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{BarHeight}\" fill=\"{SvgPicture.Ink}\"/>");
                svg.Text(Left - 8, y + 13, "end", ComparisonReport.Name(result));
                svg.Text(Left + width + 6, y + 13, "start", amount is { } known ? quantity.Text(known) : "not known", SvgPicture.Pale);
                y += LineHeight;
            }

            y += GroupGap - 8;
        }
    }

    private static ComparedQuantity[] Quantities(Comparison comparison)
    {
        ComparedQuantity answers = comparison.Labelled
            ? new("accuracy", 1, result => result.Accuracy, Quantity.Percent)
            : new("answers like floating point", 1, result => result.AnsweredAlike, Quantity.Percent);
        ComparedQuantity difference = new("output differs from floating point by", null, result => result.OutputDifference, Quantity.Percent);
        ComparedQuantity[] quantities =
        [
            answers,
            new("spikes of the output", null, result => result.OutputSpikes, value => Quantity.Count((long)value)),
            difference,
            new("chip time", null, result => result.ChipTime, Quantity.Duration),
            new("energy", null, result => result.Energy, Quantity.Energy),
        ];
        return comparison.HasReference ? quantities : [.. quantities.Where(quantity => quantity != difference && (comparison.Labelled || quantity != answers))];
    }

    private sealed record ComparedQuantity(string Title, double? Scale, Func<ChipResult, double?> Value, Func<double, string> Text);
}
