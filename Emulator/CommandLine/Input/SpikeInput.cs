using System.Globalization;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Emulation;

namespace Ganglion.CommandLine.Input;

/// <summary>Spikes that a user gives to the external sources of a network.</summary>
internal sealed class SpikeInput
{
    private const int MaximumBytes = 256 * 1024 * 1024;
    private const int MaximumSpikes = 1 << 25;
    private const int MaximumPayload = 1000;
    private const long MaximumTimestep = 1L << 40;

    private readonly Dictionary<string, List<(long Timestep, int Neuron)>> _spikes = new(StringComparer.Ordinal);
    private readonly ViolationCollector _findings = new();
    private readonly IReadOnlyList<PopulationInfo> _populations;
    private readonly string _path;
    private long _count;

    private SpikeInput(string path, IReadOnlyList<PopulationInfo> populations) => (_path, _populations) = (path, populations);

    /// <summary>Timestep of the last spike; 0 when there is none.</summary>
    public long LastTimestep { get; private set; }

    /// <summary>Timestep of the first spike; <see langword="null"/> when there is none.</summary>
    public long? FirstTimestep { get; private set; }

    /// <summary>Spikes left out because they belong to populations that fire by themselves.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of a file; <c>docs/formats/run-folder.md</c> describes it.</param>
    /// <param name="populations">Populations of the network.</param>
    /// <exception cref="InvalidInputException">It cannot be read or taken.</exception>
    public static SpikeInput Read(string path, IReadOnlyList<PopulationInfo> populations)
    {
        var input = new SpikeInput(path, populations);
        input.ReadLines(TextFile.Read(path, MaximumBytes));
        input._findings.ThrowIfInvalid();
        return input;
    }

    /// <summary>Gives the spikes to their sources.</summary>
    /// <param name="emulation">The network.</param>
    public void InjectInto(IEmulation emulation)
    {
        foreach ((string population, List<(long Timestep, int Neuron)> spikes) in _spikes)
        {
            spikes.Sort();
            emulation.Inject(population, spikes.ConvertAll(spike => spike.Timestep), spikes.ConvertAll(spike => spike.Neuron));
        }
    }

    private void ReadLines(string text)
    {
        int number = 0;
        int columns = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> line = raw.Trim();
            if (number == 1)
            {
                columns = Columns(line.ToString());
                if (columns == 0)
                {
                    return;
                }
            }
            else if (!line.IsEmpty)
            {
                ReadLine(line.ToString(), columns, number);
            }

            if (_count > MaximumSpikes)
            {
                _findings.Add(SpikeInputDiagnostics.TooMany, new SourceLocation(_path, number, 1), $"more than {MaximumSpikes:N0} spikes", $"{MaximumSpikes:N0}", "feed the network in parts");
            }

            if (_findings.IsFull || _count > MaximumSpikes)
            {
                return;
            }
        }
    }

    private int Columns(string header)
    {
        PopulationInfo[] external = [.. _populations.Where(population => population.IsExternal)];
        switch (header.Replace(" ", "", StringComparison.Ordinal))
        {
            case "timestep,neuron" when external.Length == 1:
                return 2;
            case "timestep,population,neuron":
                return 3;
            case "timestep,population,neuron,payload":
                return 4;
            default:
                string found = header.Length <= 60 ? header : header[..60] + "…";
                _findings.Add(
                    SpikeInputDiagnostics.Header, new SourceLocation(_path, 1, 1), $"the header '{found}', {external.Length} external sources",
                    "timestep,neuron (with one external source), timestep,population,neuron or timestep,population,neuron,payload");
                return 0;
        }
    }

    private void ReadLine(string line, int columns, int number)
    {
        List<string>? cells = CsvLine.Split(line);
        var location = new SourceLocation(_path, number, 1);
        int payload = 1;
        if (cells?.Count != columns
            || !long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out long timestep) || timestep > MaximumTimestep
            || !int.TryParse(cells[columns == 2 ? 1 : 2], NumberStyles.None, CultureInfo.InvariantCulture, out int neuron)
            || (columns == 4 && (!int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out payload) || payload is < 1 or > MaximumPayload)))
        {
            string found = line.Length <= 60 ? line : line[..60] + "…";
            _findings.Add(SpikeInputDiagnostics.Line, location, $"the line '{found}'", $"{columns} columns of whole numbers and names, as the header says");
            return;
        }

        PopulationInfo? population = columns == 2
            ? _populations.First(candidate => candidate.IsExternal)
            : _populations.FirstOrDefault(candidate => candidate.Name == cells[1]);
        if (population is null)
        {
            _findings.Add(
                SpikeInputDiagnostics.Population, location, $"there is no population '{cells[1]}'",
                remedy: Suggestion.Remedy(cells[1], [.. _populations.Where(candidate => candidate.IsExternal).Select(candidate => candidate.Name)]));
        }
        else if (neuron >= population.Count)
        {
            _findings.Add(SpikeInputDiagnostics.Line, location, $"neuron {neuron} of '{population.Name}'", $"0 to {population.Count - 1}");
        }
        else if (!population.IsExternal)
        {
            LeftOut++;
        }
        else
        {
            Add(population.Name, timestep, neuron, payload);
        }
    }

    private void Add(string population, long timestep, int neuron, int times)
    {
        if (!_spikes.TryGetValue(population, out List<(long Timestep, int Neuron)>? spikes))
        {
            _spikes.Add(population, spikes = []);
        }

        _count += times;
        spikes.AddRange(Enumerable.Repeat((timestep, neuron), times));
        FirstTimestep = Math.Min(FirstTimestep ?? timestep, timestep);
        LastTimestep = Math.Max(LastTimestep, timestep);
    }
}
