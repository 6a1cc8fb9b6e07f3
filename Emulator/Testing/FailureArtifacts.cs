using System.Globalization;
using System.Text.Json;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.Emulator;
using Ganglion.Emulator.Replay;

namespace Ganglion.Testing;

/// <summary>What a failed assertion leaves behind: the recorded run, its image, a manifest, and the last spikes.</summary>
internal sealed class FailureArtifacts : IDisposable
{
    private const string Image = "image.chip";
    private const int LastTimesteps = 100;

    // A run that is recorded is short enough for checkpoints at its end alone.
    private const long Checkpoints = long.MaxValue;

    private readonly Machine _machine;
    private readonly EmulatorOptions _options;
    private readonly string _folder;
    private bool _isKept;

    /// <summary>Begins to record.</summary>
    /// <param name="machine">The machine, before its first timestep.</param>
    /// <param name="options">Options of the fixture, with a folder.</param>
    public FailureArtifacts(Machine machine, EmulatorOptions options)
    {
        (_machine, _options) = (machine, options);
        _folder = options.Artifacts!;
        Directory.CreateDirectory(_folder);
        Recorder = RunRecorder.Begin(Path.Combine(_folder, "failed.run"), machine, Image, options.Seed, Checkpoints);
    }

    /// <summary>Takes what devices send.</summary>
    public RunRecorder Recorder { get; }

    /// <summary>Keeps everything.</summary>
    /// <param name="message">Why.</param>
    /// <param name="spikes">All spikes of a population.</param>
    /// <returns>The folder.</returns>
    public string Keep(string message, Func<int, SpikeRaster> spikes)
    {
        if (_isKept)
        {
            return _folder;
        }

        _isKept = true;
        Recorder.Complete();
        ChipImageFile.Write(_machine.Image, Path.Combine(_folder, Image));
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), Manifest(message));
        File.WriteAllLines(Path.Combine(_folder, "last-spikes.csv"), Spikes(spikes).Prepend("timestep,population,neuron"));
        return _folder;
    }

    /// <summary>Removes what was recorded, unless it is kept.</summary>
    public void Dispose()
    {
        Recorder.Dispose();
        if (!_isKept)
        {
            File.Delete(Path.Combine(_folder, "failed.run"));
        }
    }

    private string Manifest(string message)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("failure", message);
            json.WriteString("network", _machine.Image.NetworkName);
            json.WriteString("networkHash", _machine.Image.NetworkHash);
            json.WriteString("imageHash", ChipImageHash.Of(_machine.Image));
            json.WriteString("stateHash", _machine.StateHash());
            json.WriteNumber("timestep", _machine.Timestep);
            json.WriteNumber("seed", _options.Seed);
            json.WriteNumber("workers", _options.Workers);
            json.WriteString("faults", _options.Faults?.Text);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private IEnumerable<string> Spikes(Func<int, SpikeRaster> spikes) => _machine.Image.Populations.Index()
        .SelectMany(population => spikes(population.Index).Between(_machine.Timestep - LastTimesteps, _machine.Timestep).Spikes
            .Select(spike => (spike.Timestep, population.Item.Name, spike.Neuron)))
        .OrderBy(spike => spike.Timestep)
        .Select(spike => string.Create(CultureInfo.InvariantCulture, $"{spike.Timestep},{spike.Name},{spike.Neuron}"));
}
