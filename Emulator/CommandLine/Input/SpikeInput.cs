using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Emulation;
using Ganglion.Compiler.Networks;

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
    private long _count;

    private SpikeInput(IReadOnlyList<PopulationInfo> populations) => _populations = populations;

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
        var input = new SpikeInput(populations);
        input.Read(new CsvReader(TextFile.Read(path, MaximumBytes), path));
        input._findings.ThrowIfInvalid();
        return input;
    }

    /// <summary>All spikes, by the name of their source.</summary>
    public IReadOnlyDictionary<string, ListSource> Spikes() => _spikes.ToDictionary(
        source => source.Key,
        source =>
        {
            source.Value.Sort();
            return new ListSource(source.Value.ConvertAll(spike => spike.Timestep), source.Value.ConvertAll(spike => spike.Neuron));
        },
        StringComparer.Ordinal);

    /// <summary>Gives the spikes to their sources.</summary>
    /// <param name="emulation">The network.</param>
    public void InjectInto(IEmulation emulation)
    {
        foreach ((string population, ListSource spikes) in Spikes())
        {
            emulation.Inject(population, spikes.Timesteps, spikes.Neurons);
        }
    }

    private void Read(CsvReader reader)
    {
        int columns = Columns(reader);
        while (columns > 0 && !_findings.IsFull && reader.Read())
        {
            ReadRow(ref reader, columns);
            if (_count > MaximumSpikes)
            {
                _findings.Add(SpikeInputDiagnostics.TooMany, reader.Location, $"more than {MaximumSpikes:N0} spikes", $"{MaximumSpikes:N0}", "feed the network in parts");
                return;
            }
        }
    }

    private int Columns(CsvReader reader)
    {
        PopulationInfo[] external = [.. _populations.Where(population => population.IsExternal)];
        switch (reader.Line.ToString().Replace(" ", "", StringComparison.Ordinal))
        {
            case "timestep,neuron" when external.Length == 1:
                return 2;
            case "timestep,population,neuron":
                return 3;
            case "timestep,population,neuron,payload":
                return 4;
            default:
                _findings.Add(
                    SpikeInputDiagnostics.Header, reader.Location, $"the header {reader.Excerpt}, {external.Length} external sources",
                    "timestep,neuron (with one external source), timestep,population,neuron or timestep,population,neuron,payload");
                return 0;
        }
    }

    private void ReadRow(ref CsvReader reader, int columns)
    {
        string name = "";
        int payload = 1;
        if (!reader.TryTake(MaximumTimestep, out long timestep)
            || (columns > 2 && !reader.TryTake(out name))
            || !reader.TryTake(int.MaxValue, out int neuron)
            || (columns == 4 && (!reader.TryTake(MaximumPayload, out payload) || payload == 0))
            || !reader.IsAtEnd)
        {
            _findings.Add(SpikeInputDiagnostics.Line, reader.Location, $"the line {reader.Excerpt}", $"{columns} columns of whole numbers and names, as the header says");
            return;
        }

        PopulationInfo? population = columns == 2
            ? _populations.First(candidate => candidate.IsExternal)
            : _populations.FirstOrDefault(candidate => candidate.Name == name);
        if (population is null)
        {
            _findings.Add(
                SpikeInputDiagnostics.Population, reader.Location, $"there is no population '{name}'",
                remedy: Suggestion.Remedy(name, [.. _populations.Where(candidate => candidate.IsExternal).Select(candidate => candidate.Name)]));
        }
        else if (neuron >= population.Count)
        {
            _findings.Add(SpikeInputDiagnostics.Line, reader.Location, $"neuron {neuron} of '{population.Name}'", $"0 to {population.Count - 1}");
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
