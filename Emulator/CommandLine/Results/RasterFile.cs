using System.Globalization;
using System.Net;
using System.Text;
using Ganglion.CommandLine.Emulation;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary><c>raster.svg</c>: a picture of all spikes, time to the right, populations below each other.</summary>
internal sealed class RasterFile : ITimestepObserver, IResultFile
{
    private const int MaximumRows = 400;
    private const int Columns = 1000;
    private const double Left = 130;
    private const double Top = 40;
    private const double PlotWidth = 1000;
    private const double PlotHeight = 420;
    private const int Shades = 4;
    private const string Ink = "#1f5f8b";

    private readonly string _title;
    private readonly IReadOnlyList<PopulationInfo> _populations;
    private readonly RasterGrid _grid;
    private readonly PendingFile _file;

    /// <summary>Begins the picture.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="title">Title of the picture.</param>
    /// <param name="populations">Populations in the order of their logical ids.</param>
    public RasterFile(string folder, string title, IReadOnlyList<PopulationInfo> populations)
    {
        _title = title;
        _populations = populations;
        _grid = new RasterGrid(populations.Sum(population => population.Count), MaximumRows, Columns);
        _file = new PendingFile(Path.Combine(folder, Name));
    }

    /// <inheritdoc/>
    public string Name => "raster.svg";

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record) => _grid.Add(record.Timestep, record.Spikes);

    /// <inheritdoc/>
    public void Complete()
    {
        using (var writer = new StreamWriter(_file.Stream, leaveOpen: true) { NewLine = "\n" })
        {
            Draw(writer);
        }

        _file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Draw(StreamWriter svg)
    {
        double width = Left + PlotWidth + 30;
        double height = Top + PlotHeight + 60;
        svg.WriteLine(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"13\">"));
        svg.WriteLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Text(svg, Left, Top - 16, "start", _title, "font-weight=\"bold\"");
        DrawSpikes(svg);
        DrawPopulations(svg);
        DrawTime(svg);
        svg.WriteLine("</svg>");
    }

    private void DrawSpikes(StreamWriter svg)
    {
        double columnWidth = PlotWidth / _grid.UsedColumns;
        double rowHeight = PlotHeight / _grid.Rows;
        double mark = Math.Max(columnWidth, 1.2);
        int most = Enumerable.Range(0, _grid.Rows).Max(row => Enumerable.Range(0, _grid.UsedColumns).Max(column => _grid[row, column]));
        var shades = new StringBuilder[Shades];
        for (int row = 0; row < _grid.Rows; row++)
        {
            for (int column = 0; column < _grid.UsedColumns; column++)
            {
                int count = _grid[row, column];
                if (count > 0)
                {
                    StringBuilder path = shades[((Shades * count) - 1) / most] ??= new StringBuilder();
                    path.Append(CultureInfo.InvariantCulture, $"M{Left + (column * columnWidth):0.##} {Top + ((row + 0.5) * rowHeight):0.##}h{mark:0.##}");
                }
            }
        }

        for (int shade = 0; shade < Shades; shade++)
        {
            if (shades[shade] is { } path)
            {
                double opacity = 0.4 + (0.6 * shade / (Shades - 1));
                svg.WriteLine(Invariant($"<path d=\"{path}\" stroke=\"{Ink}\" stroke-opacity=\"{opacity:0.##}\" stroke-width=\"{Math.Max(0.8 * rowHeight, 1):0.##}\"/>"));
            }
        }
    }

    private void DrawPopulations(StreamWriter svg)
    {
        svg.WriteLine(Invariant($"<rect x=\"{Left}\" y=\"{Top}\" width=\"{PlotWidth}\" height=\"{PlotHeight}\" fill=\"none\" stroke=\"#444\"/>"));
        double lastLabel = double.NegativeInfinity;
        foreach (PopulationInfo population in _populations)
        {
            double top = Top + (PlotHeight * _grid.Height(population.FirstNeuron));
            double bottom = Top + (PlotHeight * _grid.Height(population.FirstNeuron + population.Count));
            svg.WriteLine(Invariant($"<path d=\"M{Left - 6} {top:0.##}H{Left + PlotWidth}\" stroke=\"#bbb\" stroke-width=\"0.7\"/>"));

            // Small populations would write over each other.
            double middle = ((top + bottom) / 2) + 4;
            if (middle - lastLabel >= 14)
            {
                Text(svg, Left - 10, middle, "end", Shorten(population.Name));
                lastLabel = middle;
            }
        }
    }

    private void DrawTime(StreamWriter svg)
    {
        double shown = _grid.UsedColumns * _grid.TimestepsPerColumn;
        double step = AxisTicks.Step(shown);
        for (double timestep = 0; timestep < shown; timestep += step)
        {
            double x = Left + (PlotWidth * timestep / shown);
            svg.WriteLine(Invariant($"<path d=\"M{x:0.##} {Top + PlotHeight}v5\" stroke=\"#444\"/>"));
            Text(svg, x, Top + PlotHeight + 20, "middle", timestep.ToString("#,0", CultureInfo.InvariantCulture));
        }

        string unit = _grid.TimestepsPerColumn == 1 ? "timestep" : $"timestep (a column is {_grid.TimestepsPerColumn} timesteps)";
        Text(svg, Left + (PlotWidth / 2), Top + PlotHeight + 44, "middle", unit);
    }

    private static void Text(StreamWriter svg, double x, double y, string anchor, string text, string attributes = "") =>
        svg.WriteLine(Invariant($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" {attributes}>{WebUtility.HtmlEncode(text)}</text>"));

    private static string Shorten(string name) => name.Length <= 18 ? name : name[..17] + "…";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
