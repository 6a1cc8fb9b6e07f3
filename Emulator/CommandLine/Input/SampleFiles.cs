using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine.Emulation;
using Ganglion.Compiler;
using Ganglion.Compiler.Calibrate;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Encoding;
using Ganglion.Emulator.Recordings;

namespace Ganglion.CommandLine.Input;

/// <summary>Reads samples for a network.</summary>
internal static class SampleFiles
{
    private const long MaximumTimesteps = 1_000_000;

    /// <summary>Adds the samples that a user gives to the choices for the compiler.</summary>
    /// <param name="options">The choices.</param>
    /// <param name="request">The files; <see langword="null"/> without.</param>
    /// <param name="network">The network that they are for.</param>
    /// <exception cref="InvalidInputException">A file cannot be taken.</exception>
    public static CompilerOptions AddTo(CompilerOptions options, CalibrationRequest? request, Network network)
    {
        if (request is null)
        {
            return options;
        }

        CalibrationSample[] samples = [.. request.Samples.SelectMany(path => Read(path, network))];
        CalibrationSample[] heldOut = [.. request.HeldOut.SelectMany(path => Read(path, network))];
        Population output = network.Populations.FirstOrDefault(population => network.Outputs.Contains(population.Name), network.Populations[^1]);
        CalibrationSample[] all = [.. samples, .. heldOut];
        all = request.Labels is { } labels ? SampleLabels.Add(labels, all, output.Count) : all;
        return options with { Calibration = all[..samples.Length], HeldOut = all[samples.Length..] };
    }

    private static IReadOnlyList<CalibrationSample> Read(string path, Network network)
    {
        IReadOnlyList<CalibrationSample> samples = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".NPY" or ".NPZ" => NumpySamples.Read(path, OnlySource(path, network)),
            ".BIN" => [ReadRecording(path, network)],
            _ => [ReadSpikes(path, network)],
        };
        long timesteps = samples.Sum(sample => sample.Timesteps);
        return timesteps <= MaximumTimesteps
            ? samples
            : throw Unfit(path, $"{timesteps:N0} timesteps", $"{MaximumTimesteps:N0} timesteps");
    }

    private static CalibrationSample ReadSpikes(string path, Network network)
    {
        int first = 0;
        List<PopulationInfo> populations = [];
        foreach (Population population in network.Populations)
        {
            bool isSource = population is SourcePopulation;
            bool isExternal = population is SourcePopulation { Source: ExternalSource };
            populations.Add(new PopulationInfo(population.Name, first, population.Count, isSource, isExternal, network.Outputs.Contains(population.Name)));
            first += population.Count;
        }

        SpikeInput input = SpikeInput.Read(path, populations);
        return new CalibrationSample { Input = input.Spikes(), Timesteps = input.LastTimestep + NetworkDepth.Of(network) };
    }

    private static CalibrationSample ReadRecording(string path, Network network)
    {
        SourcePopulation source = OnlySource(path, network);
        if (source.Shape is not [2, int height, int width])
        {
            throw Unfit(path, $"source '{source.Name}' of shape ({string.Join(", ", source.Shape)})", "shape (2, height, width)");
        }

        SpikeTrain train = EventBins.Count(NMnistReader.ReadFile(path), height, width, file: path);
        var spikes = new ListSource(train.Timesteps, train.Neurons);
        return new CalibrationSample
        {
            Input = new Dictionary<string, ListSource>(StringComparer.Ordinal) { [source.Name] = spikes },
            Timesteps = train.Timesteps.DefaultIfEmpty(0).Max() + NetworkDepth.Of(network),
        };
    }

    private static SourcePopulation OnlySource(string path, Network network)
    {
        SourcePopulation[] external = [.. network.Populations.OfType<SourcePopulation>().Where(population => population.Source is ExternalSource)];
        return external is [var only] ? only : throw Unfit(path, $"{external.Length} external sources", "exactly one");
    }

    private static InvalidInputException Unfit(string path, string found, string allowed) =>
        new(CalibrationDiagnostics.Source, new SourceLocation(path), found, allowed, "give spikes as CSV: timestep,population,neuron");
}
