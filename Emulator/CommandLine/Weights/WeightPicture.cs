using Ganglion.ChipSpec.Image.Learned;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Weights;

/// <summary>Draws the weights of a projection as a matrix: source neurons to the right, target neurons down.</summary>
internal static class WeightPicture
{
    private const double Left = 80;
    private const double Top = 50;
    private const double Side = 720;
    private const double LegendWidth = 18;
    private const int LegendSteps = 64;
    private static readonly (int Red, int Green, int Blue) Nothing = (236, 236, 236);

    /// <summary>Writes the picture.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="title">Title.</param>
    /// <param name="projection">A projection with synapses.</param>
    public static void Write(string path, string title, LearnedProjection projection)
    {
        var matrix = new WeightMatrix(projection);
        (int least, int most) = LearnedStateCheck.RangeOf(projection.Sign);
        double scale = Side / Math.Max(matrix.Columns, matrix.Rows);
        (double width, double height) = (Math.Max(matrix.Columns * scale, 12), Math.Max(matrix.Rows * scale, 12));
        (string folder, string name) = WeightTables.Split(path);
        using var file = new PendingFile(Path.Combine(folder, name));
        using (var svg = new SvgPicture(file.Stream, Left + Side + 120, Top + Math.Max(height, 200) + 60))
        {
            svg.Text(Left, Top - 22, "start", title, SvgPicture.Bold);
            svg.Add($"<image x=\"{Left}\" y=\"{Top}\" width=\"{width:0.##}\" height=\"{height:0.##}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{Convert.ToBase64String(Pixels(matrix, least, most))}\"/>");
            svg.Add($"<rect x=\"{Left}\" y=\"{Top}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"none\" stroke=\"#444\"/>");
            svg.TimeAxis(Left, Top + height, width, matrix.Sources, Label("source neuron", matrix.SourcesPerColumn));
            foreach (double tick in AxisTicks.Between(0, matrix.Targets, AxisTicks.Step(matrix.Targets)))
            {
                svg.Text(Left - 8, Top + (height * tick / matrix.Targets) + 5, "end", AxisTicks.Format(tick));
            }

            svg.Text(8, Top - 8, "start", Label("target neuron", matrix.TargetsPerRow), SvgPicture.Pale);
            DrawLegend(svg, least, most);
        }

        file.Complete();
    }

    private static string Label(string what, int together) => together == 1 ? what : $"{what}, {together} together";

    private static byte[] Pixels(WeightMatrix matrix, int least, int most)
    {
        byte[] pixels = new byte[matrix.Rows * matrix.Columns * 3];
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int column = 0; column < matrix.Columns; column++)
            {
                (int red, int green, int blue) = matrix[row, column] is { } weight ? Colour(weight, least, most) : Nothing;
                int at = ((row * matrix.Columns) + column) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)red, (byte)green, (byte)blue);
            }
        }

        return PngImage.Encode(pixels, matrix.Columns);
    }

    /// <summary>Dark blue for the strongest excitation, dark red for the strongest inhibition, nearly white between them.</summary>
    private static (int Red, int Green, int Blue) Colour(double weight, int least, int most)
    {
        double strength = weight >= 0 ? weight / Math.Max(most, 1) : weight / Math.Min(least, -1);
        (int red, int green, int blue) = weight >= 0 ? (8, 48, 107) : (103, 0, 13);
        return (Mix(red), Mix(green), Mix(blue));

        int Mix(int end) => (int)Math.Round(252 + ((end - 252) * Math.Min(strength, 1)));
    }

    private static void DrawLegend(SvgPicture svg, int least, int most)
    {
        double left = Left + Side + 24;
        const double height = 180;
        for (int step = 0; step < LegendSteps; step++)
        {
            (int red, int green, int blue) = Colour(most - ((most - least) * (step + 0.5) / LegendSteps), least, most);
            svg.Add($"<rect x=\"{left}\" y=\"{Top + (height * step / LegendSteps):0.##}\" width=\"{LegendWidth}\" height=\"{(height / LegendSteps) + 0.5:0.##}\" fill=\"rgb({red},{green},{blue})\"/>");
        }

        svg.Text(left + LegendWidth + 6, Top + 10, "start", AxisTicks.Format(most));
        svg.Text(left + LegendWidth + 6, Top + height, "start", AxisTicks.Format(least));
    }
}
