using System.Globalization;
using System.Text;
using Ganglion.CommandLine.Emulation;

namespace Ganglion.CommandLine.Results;

/// <summary><c>POPULATION.VARIABLE.svg</c>: a picture of a state variable over time, a line for each of the first neurons.</summary>
internal sealed class TraceFile : IResultFile
{
    private const int MaximumNeurons = 8;
    private const double Left = 150;
    private const double Top = 40;
    private const double PlotWidth = 1000;
    private const double SingleLaneHeight = 220;
    private const double LaneHeight = 80;
    private const double SmallestTick = 18;
    private const int MostTicks = 6;
    private const double LaneGap = 12;

    private readonly string _title;
    private readonly StateUnit _unit;
    private readonly StateProbe _probe;
    private readonly TraceGrid[] _lanes;
    private readonly PendingFile _file;

    /// <summary>Begins the picture.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="title">Title of the picture.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="probe">What is sampled.</param>
    public TraceFile(string folder, string title, StateUnit unit, StateProbe probe)
    {
        _title = title;
        _unit = unit;
        _probe = probe;
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
            _lanes[neuron].Add(values[neuron] * _unit.Scale);
        }
    }

    /// <summary>Adds a sample.</summary>
    /// <param name="values">One value per neuron of the population.</param>
    public void Add(ReadOnlySpan<double> values)
    {
        for (int neuron = 0; neuron < _lanes.Length; neuron++)
        {
            _lanes[neuron].Add(values[neuron] * _unit.Scale);
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        double laneHeight = _lanes.Length == 1 ? SingleLaneHeight : LaneHeight;
        double bottom = Top + (_lanes.Length * (laneHeight + LaneGap)) - LaneGap;
        using (var svg = new SvgPicture(_file.Stream, Left + PlotWidth + 30, bottom + 60))
        {
            Draw(svg, laneHeight, bottom);
        }

        _file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Draw(SvgPicture svg, double laneHeight, double bottom)
    {
        string shown = _lanes.Length < _probe.Population.Count ? $", the first {_lanes.Length} of {_probe.Population.Count:N0} neurons" : "";
        svg.Text(Left, Top - 16, "start", $"{_probe.Variable} of {_probe.Population.Name} in {_unit.Name}: {_title}{shown}", SvgPicture.Bold);
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

        svg.TimeAxis(Left, bottom, PlotWidth, Math.Max(1, _lanes[0].Samples * (double)_probe.Every), "timestep");
    }

    private void DrawLane(SvgPicture svg, int neuron, double top, double height, double low, double high)
    {
        foreach (double tick in AxisTicks.Between(low, high, AxisTicks.Step(high - low, Math.Min(MostTicks, (int)(height / SmallestTick)))))
        {
            svg.Add($"<path d=\"M{Left} {Y(tick):0.#}h{PlotWidth}\" stroke=\"#e4e4e4\"/>");
            svg.Text(Left - 8, Y(tick) + 5, "end", AxisTicks.Format(tick));
        }

        svg.Add($"<rect x=\"{Left}\" y=\"{top}\" width=\"{PlotWidth}\" height=\"{height}\" fill=\"none\" stroke=\"#444\"/>");
        svg.Text(Left - 78, top + (height / 2) + 5, "end", _lanes.Length == 1 ? _probe.Variable : $"neuron {neuron}", SvgPicture.Pale);
        TraceGrid lane = _lanes[neuron];
        var path = new StringBuilder();
        for (int column = 0; column < lane.Columns; column++)
        {
            double x = Left + (PlotWidth * lane.Middle(column) / lane.Samples);
            (double least, double most) = lane[column];
            path.Append(CultureInfo.InvariantCulture, $"{(column == 0 ? 'M' : 'L')}{x:0.#} {Y(least):0.#}");
            if (most > least)
            {
                path.Append(CultureInfo.InvariantCulture, $"V{Y(most):0.#}");
            }
        }

        svg.Add($"<path d=\"{path}\" fill=\"none\" stroke=\"{SvgPicture.Ink}\" stroke-width=\"1.2\"/>");

        double Y(double value) => top + height - 4 - ((height - 8) * (value - low) / (high - low));
    }
}
