using System.Globalization;
using System.Text;
using Ganglion.CommandLine.Emulation;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary><c>raster.svg</c>: a picture of all spikes, time to the right, populations below each other.</summary>
internal sealed class RasterFile : ITimestepObserver, IResultFile
{
    private const int MaximumRows = 300;
    private const int Columns = 800;
    private const double Left = 130;
    private const double Top = 40;
    private const double PlotWidth = 1000;
    private const double PlotHeight = 420;
    private const double WidestMark = 6;
    private const int Shades = 4;

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
        using (var svg = new SvgPicture(_file.Stream, Left + PlotWidth + 30, Top + PlotHeight + 60))
        {
            svg.Text(Left, Top - 16, "start", _title, SvgPicture.Bold);
            DrawSpikes(svg);
            DrawPopulations(svg);
            DrawTime(svg);
        }

        _file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Draws in units of the grid's cells, which keeps the numbers, and with them the file, short.</summary>
    private void DrawSpikes(SvgPicture svg)
    {
        double cellWidth = PlotWidth / _grid.UsedColumns;
        double cellHeight = PlotHeight / _grid.Rows;
        double mark = Math.Min(1, WidestMark / cellWidth);
        double thickness = cellHeight < WidestMark / 2 ? 1 : Math.Min(0.8, WidestMark / cellHeight);
        svg.Add($"<g transform=\"translate({Left} {Top + (0.5 * cellHeight):0.###}) scale({cellWidth:0.#####} {cellHeight:0.#####})\" fill=\"none\" stroke=\"{SvgPicture.Ink}\" stroke-width=\"{thickness:0.###}\">");
        StringBuilder[] shades = [.. Enumerable.Range(0, Shades).Select(_ => new StringBuilder())];
        int most = Enumerable.Range(0, _grid.Rows).Max(row => Enumerable.Range(0, _grid.UsedColumns).Max(column => _grid[row, column]));
        for (int row = 0; row < _grid.Rows; row++)
        {
            for (int column = 0; column < _grid.UsedColumns;)
            {
                int shade = ShadeOf(_grid[row, column], most);
                int end = column + 1;
                while (mark == 1 && end < _grid.UsedColumns && ShadeOf(_grid[row, end], most) == shade)
                {
                    end++;
                }

                if (shade >= 0)
                {
                    shades[shade].Append(CultureInfo.InvariantCulture, $"M{column} {row}h{end - column - 1 + mark:0.###}");
                }

                column = end;
            }
        }

        for (int shade = 0; shade < Shades; shade++)
        {
            if (shades[shade].Length > 0)
            {
                svg.Add($"<path d=\"{shades[shade]}\" stroke-opacity=\"{0.3 + (0.7 * shade / (Shades - 1)):0.##}\"/>");
            }
        }

        svg.Add($"</g>");
    }

    /// <summary>The darkest shade is the last; −1 for no spike.</summary>
    private static int ShadeOf(int count, int most) => count == 0 ? -1 : most == 1 ? Shades - 1 : (int)((((long)Shades * count) - 1) / most);

    private void DrawPopulations(SvgPicture svg)
    {
        svg.Add($"<rect x=\"{Left}\" y=\"{Top}\" width=\"{PlotWidth}\" height=\"{PlotHeight}\" fill=\"none\" stroke=\"#444\"/>");
        double lastLabel = double.NegativeInfinity;
        foreach (PopulationInfo population in _populations)
        {
            double top = Top + (PlotHeight * _grid.Height(population.FirstNeuron));
            double bottom = Top + (PlotHeight * _grid.Height(population.FirstNeuron + population.Count));
            svg.Add($"<path d=\"M{Left - 6} {top:0.##}H{Left + PlotWidth}\" stroke=\"#bbb\" stroke-width=\"0.7\"/>");

            // Small populations would write over each other.
            double middle = ((top + bottom) / 2) + 4;
            if (middle - lastLabel >= 14)
            {
                svg.Text(Left - 10, middle, "end", Shorten(population.Name));
                lastLabel = middle;
            }
        }
    }

    private void DrawTime(SvgPicture svg)
    {
        string unit = _grid.TimestepsPerColumn == 1 ? "timestep" : $"timestep (a column is {_grid.TimestepsPerColumn} timesteps)";
        svg.TimeAxis(Left, Top + PlotHeight, PlotWidth, _grid.UsedColumns * _grid.TimestepsPerColumn, unit);
    }

    private static string Shorten(string name) => name.Length <= 18 ? name : name[..17] + "…";
}
