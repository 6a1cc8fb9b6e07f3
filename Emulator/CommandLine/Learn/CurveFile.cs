using System.Globalization;
using System.Text;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Learn;

/// <summary>A picture of lines, panels below each other.</summary>
internal sealed class CurveFile : IResultFile
{
    private const double Left = 70;
    private const double Top = 44;
    private const double PlotWidth = 800;
    private const double PlotHeight = 200;
    private const double Gap = 64;
    private const int MostTicks = 5;
    private const double LegendWidth = 170;

    private readonly string _axis;
    private readonly IReadOnlyList<CurvePanel> _panels;
    private readonly PendingFile _file;

    /// <summary>Begins the picture.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="axis">What runs to the right.</param>
    /// <param name="panels">Panels.</param>
    public CurveFile(string folder, string name, string axis, IReadOnlyList<CurvePanel> panels)
    {
        Name = name;
        _axis = axis;
        _panels = panels;
        _file = new PendingFile(Path.Combine(folder, name));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Complete()
    {
        double extent = Math.Max(1, _panels.SelectMany(panel => panel.Curves).SelectMany(curve => curve.Points).Select(point => point.X).DefaultIfEmpty(1).Max());
        double height = Top + (_panels.Count * (PlotHeight + Gap)) - Gap;
        using (var svg = new SvgPicture(_file.Stream, Left + PlotWidth + 30, height + 60))
        {
            for (int panel = 0; panel < _panels.Count; panel++)
            {
                Draw(svg, _panels[panel], Top + (panel * (PlotHeight + Gap)), extent);
            }

            svg.TimeAxis(Left, height, PlotWidth, extent, _axis);
        }

        _file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Draw(SvgPicture svg, CurvePanel panel, double top, double extent)
    {
        svg.Text(Left, top - 12, "start", panel.Title, SvgPicture.Bold);
        foreach (double tick in AxisTicks.Between(panel.Low, panel.High, AxisTicks.Step(panel.High - panel.Low, MostTicks)))
        {
            svg.Add($"<path d=\"M{Left} {Y(tick):0.#}h{PlotWidth}\" stroke=\"#e4e4e4\"/>");
            svg.Text(Left - 8, Y(tick) + 5, "end", AxisTicks.Format(tick));
        }

        foreach ((double x, string name) in panel.Marks)
        {
            svg.Add($"<path d=\"M{X(x):0.#} {top}v{PlotHeight}\" stroke=\"#888\" stroke-dasharray=\"4 4\"/>");
            svg.Text(X(x) + 6, top + PlotHeight - 8, "start", name, SvgPicture.Pale);
        }

        svg.Add($"<rect x=\"{Left}\" y=\"{top}\" width=\"{PlotWidth}\" height=\"{PlotHeight}\" fill=\"none\" stroke=\"#444\"/>");
        foreach (Curve curve in panel.Curves)
        {
            var path = new StringBuilder();
            foreach ((double x, double y) in curve.Points)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{X(x):0.#} {Y(Math.Clamp(y, panel.Low, panel.High)):0.#}");
            }

            svg.Add($"<path d=\"{path}\" fill=\"none\" stroke=\"{curve.Colour}\" stroke-width=\"1.4\"/>");
        }

        DrawLegend(svg, panel, top);

        double X(double value) => Left + (PlotWidth * value / extent);
        double Y(double value) => top + PlotHeight - (PlotHeight * (value - panel.Low) / (panel.High - panel.Low));
    }

    private static void DrawLegend(SvgPicture svg, CurvePanel panel, double top)
    {
        Curve[] named = [.. panel.Curves.Where(curve => curve.Name.Length > 0)];
        double left = Left + PlotWidth - (named.Length * LegendWidth);
        for (int i = 0; i < named.Length; i++)
        {
            svg.Add($"<path d=\"M{left + (i * LegendWidth)} {top - 16}h18\" stroke=\"{named[i].Colour}\" stroke-width=\"3\"/>");
            svg.Text(left + (i * LegendWidth) + 24, top - 12, "start", named[i].Name);
        }
    }
}
