using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Learning;

/// <summary>Draws a learning window.</summary>
internal static class WindowPicture
{
    private const double Left = 70;
    private const double Top = 80;
    private const double Width = 560;
    private const double Height = 260;
    private const double LineHeight = 20;
    private static readonly string[] Colors = [SvgPicture.Ink, "#c0504d", "#4f8f3a", "#8064a2", "#c08a2d"];

    /// <summary>Writes the picture to a file.</summary>
    /// <param name="path">Path of an SVG file.</param>
    /// <param name="title">What it says above.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="what">What the vertical axis shows.</param>
    /// <param name="difference">What the horizontal axis shows, with its unit.</param>
    /// <param name="curves">The window; all curves share their differences.</param>
    public static void Write(string path, string title, string rule, string what, string difference, IReadOnlyList<WindowCurve> curves)
    {
        using var file = new PendingFile(path);
        using (var svg = new SvgPicture(file.Stream, Left + Width + 30, Top + Height + 60 + (curves.Count * LineHeight)))
        {
            svg.Text(Left, 26, "start", title, SvgPicture.Bold);
            svg.Text(Left, 46, "start", rule, SvgPicture.Pale);
            svg.Text(Left, 66, "start", what, SvgPicture.Pale);
            Draw(svg, difference, curves);
        }

        file.Complete();
    }

    private static void Draw(SvgPicture svg, string axis, IReadOnlyList<WindowCurve> curves)
    {
        WindowPoint[] points = [.. curves.SelectMany(curve => curve.Points)];
        double low = Math.Min(0, points.Min(point => point.Change - point.Deviation));
        double high = Math.Max(0, points.Max(point => point.Change + point.Deviation));
        double margin = Math.Max(0.5, (high - low) * 0.05);
        (low, high) = (low - margin, high + margin);
        (double first, double last) = (points.Min(point => point.Difference), points.Max(point => point.Difference));
        double X(double difference) => Left + (Width * (difference - first) / (last - first));
        double Y(double change) => Top + (Height * (high - change) / (high - low));

        foreach (double tick in AxisTicks.Between(low, high, AxisTicks.Step(high - low, 8)))
        {
            svg.Add($"<path d=\"M{Left} {Y(tick):0.##}h{Width}\" stroke=\"#ddd\"/>");
            svg.Text(Left - 8, Y(tick) + 4, "end", AxisTicks.Format(tick));
        }

        foreach (double tick in AxisTicks.Between(first, last, AxisTicks.Step(last - first)))
        {
            svg.Add($"<path d=\"M{X(tick):0.##} {Top + Height}v5\" stroke=\"#444\"/>");
            svg.Text(X(tick), Top + Height + 20, "middle", AxisTicks.Format(tick));
        }

        svg.Add($"<path d=\"M{X(0):0.##} {Top}v{Height}M{Left} {Y(0):0.##}h{Width}\" stroke=\"#444\"/>");
        svg.Text(Left + (Width / 2), Top + Height + 44, "middle", axis);
        for (int i = 0; i < curves.Count; i++)
        {
            string color = Colors[i % Colors.Length];
            IReadOnlyList<WindowPoint> curve = curves[i].Points;
            IEnumerable<string> band = curve.Select(point => Place(point, point.Deviation)).Concat(curve.Reverse().Select(point => Place(point, -point.Deviation)));
            svg.Add($"<polygon points=\"{string.Join(' ', band)}\" fill=\"{color}\" fill-opacity=\"0.15\"/>");
            svg.Add($"<polyline points=\"{string.Join(' ', curve.Select(point => Place(point, 0)))}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.5\"/>");
            double y = Top + Height + 66 + (i * LineHeight);
            svg.Add($"<path d=\"M{Left} {y - 4:0.#}h24\" stroke=\"{color}\" stroke-width=\"1.5\"/>");
            svg.Text(Left + 32, y, "start", curves[i].Label);
        }

        string Place(WindowPoint point, double offset) => FormattableString.Invariant($"{X(point.Difference):0.##},{Y(point.Change + offset):0.##}");
    }
}
