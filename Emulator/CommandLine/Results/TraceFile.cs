using System.Globalization;
using System.Net;
using System.Text;
using Ganglion.CommandLine.Emulation;

namespace Ganglion.CommandLine.Results;

/// <summary><c>POPULATION.VARIABLE.svg</c>: a picture of a state variable over time, a line for each of the first neurons.</summary>
internal sealed class TraceFile : IResultFile
{
    private const int MaximumNeurons = 8;
    private const double Left = 130;
    private const double Top = 40;
    private const double PlotWidth = 1000;
    private const double SingleLaneHeight = 220;
    private const double LaneHeight = 90;
    private const double LaneGap = 14;
    private const string Ink = "#1f5f8b";

    private readonly string _title;
    private readonly int _every;
    private readonly TraceGrid[] _lanes;
    private readonly PendingFile _file;

    /// <summary>Begins the picture.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="title">Title of the picture.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="probe">What is sampled.</param>
    public TraceFile(string folder, string title, string unit, StateProbe probe)
    {
        _title = $"{probe.Variable} of {probe.Population.Name} in {unit}: {title}";
        _every = probe.Every;
        _lanes = [.. Enumerable.Range(0, Math.Min(MaximumNeurons, probe.Population.Count)).Select(_ => new TraceGrid())];
        Name = Path.ChangeExtension(probe.FileName, ".svg");
        _file = new PendingFile(Path.Combine(folder, Name));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Adds a sample.</summary>
    /// <param name="values">One value per neuron of the population.</param>
    public void Add(ReadOnlySpan<int> values)
    {
        for (int neuron = 0; neuron < _lanes.Length; neuron++)
        {
            _lanes[neuron].Add(values[neuron]);
        }
    }

    /// <summary>Adds a sample.</summary>
    /// <param name="values">One value per neuron of the population.</param>
    public void Add(ReadOnlySpan<double> values)
    {
        for (int neuron = 0; neuron < _lanes.Length; neuron++)
        {
            _lanes[neuron].Add(values[neuron]);
        }
    }

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
        double laneHeight = _lanes.Length == 1 ? SingleLaneHeight : LaneHeight;
        double bottom = Top + (_lanes.Length * (laneHeight + LaneGap)) - LaneGap;
        svg.WriteLine(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + PlotWidth + 30} {bottom + 60}\" font-family=\"sans-serif\" font-size=\"13\">"));
        svg.WriteLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Text(svg, Left, Top - 16, "start", _title, " font-weight=\"bold\"");
        double low = _lanes.Min(lane => lane.Lowest);
        double high = _lanes.Max(lane => lane.Highest);
        if (high <= low)
        {
            (low, high) = (low - 1, high + 1);
        }

        for (int neuron = 0; neuron < _lanes.Length; neuron++)
        {
            DrawLane(svg, neuron, Top + (neuron * (laneHeight + LaneGap)), laneHeight, low, high);
        }

        DrawTime(svg, bottom);
        svg.WriteLine("</svg>");
    }

    private void DrawLane(StreamWriter svg, int neuron, double top, double height, double low, double high)
    {
        svg.WriteLine(Invariant($"<rect x=\"{Left}\" y=\"{top}\" width=\"{PlotWidth}\" height=\"{height}\" fill=\"none\" stroke=\"#bbb\"/>"));
        Text(svg, Left - 8, top + 12, "end", high.ToString("G4", CultureInfo.InvariantCulture));
        Text(svg, Left - 8, top + height, "end", low.ToString("G4", CultureInfo.InvariantCulture));
        Text(svg, Left - 8, top + (height / 2) + 5, "end", $"neuron {neuron}", " fill=\"#555\"");
        TraceGrid lane = _lanes[neuron];
        var path = new StringBuilder();
        for (int column = 0; column < lane.Columns; column++)
        {
            double x = Left + (PlotWidth * (column + 0.5) / lane.Columns);
            (double least, double most) = lane[column];
            path.Append(CultureInfo.InvariantCulture, $"{(column == 0 ? 'M' : 'L')}{x:0.#} {Y(least):0.#}");
            if (most > least)
            {
                path.Append(CultureInfo.InvariantCulture, $"V{Y(most):0.#}");
            }
        }

        svg.WriteLine(Invariant($"<path d=\"{path}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.2\"/>"));

        double Y(double value) => top + height - 3 - ((height - 6) * (value - low) / (high - low));
    }

    private void DrawTime(StreamWriter svg, double bottom)
    {
        double shown = Math.Max(1, _lanes.Select(lane => lane.Samples).DefaultIfEmpty(0).Max() * (double)_every);
        double step = AxisTicks.Step(shown);
        for (double timestep = 0; timestep <= shown; timestep += step)
        {
            double x = Left + (PlotWidth * timestep / shown);
            svg.WriteLine(Invariant($"<path d=\"M{x:0.#} {bottom}v5\" stroke=\"#444\"/>"));
            Text(svg, x, bottom + 20, "middle", timestep.ToString("N0", CultureInfo.InvariantCulture));
        }

        Text(svg, Left + (PlotWidth / 2), bottom + 44, "middle", "timestep");
    }

    private static void Text(StreamWriter svg, double x, double y, string anchor, string text, string style = "") =>
        svg.WriteLine(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\"{style}>{WebUtility.HtmlEncode(text)}</text>"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
