using System.Globalization;
using System.Text.Json;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Mappings;

/// <summary>Reads and writes how often the neurons of a network fired; docs/formats/profile.md describes the format.</summary>
public static class ActivityFile
{
    private const string Format = "ganglion-profile";
    private const int Version = 1;
    private const int MaximumBytes = 512 * 1024 * 1024;

    /// <summary>Writes the spikes of a run.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="networkName">Name of the network.</param>
    /// <param name="networkHash">Hash of the network.</param>
    /// <param name="timesteps">Timesteps of the run, at least 1.</param>
    /// <param name="populations">Names and sizes of the populations, sources included, in the order of the network.</param>
    /// <param name="spikes">Spikes of every logical neuron.</param>
    public static void Write(
        TextWriter writer, string networkName, string networkHash, long timesteps, IReadOnlyList<(string Name, int Count)> populations, ReadOnlySpan<long> spikes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(populations);
        writer.Write($"{{\n  \"format\": \"{Format}\",\n  \"version\": {Version},\n");
        writer.Write($"  \"network\": {{\"name\": {MappingText.Quote(networkName)}, \"hash\": {MappingText.Quote(networkHash)}}},\n");
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"  \"timesteps\": {timesteps},\n  \"populations\": ["));
        int first = 0;
        for (int p = 0; p < populations.Count; p++)
        {
            writer.Write($"{(p == 0 ? "" : ",")}\n    {{\"name\": {MappingText.Quote(populations[p].Name)}, \"spikes\": [");
            for (int neuron = 0; neuron < populations[p].Count; neuron++)
            {
                writer.Write(neuron == 0 ? "" : ", ");
                writer.Write(spikes[first + neuron].ToString(CultureInfo.InvariantCulture));
            }

            writer.Write("]}");
            first += populations[p].Count;
        }

        writer.Write("\n  ]\n}\n");
    }

    /// <summary>Reads how often the neurons of a network fired.</summary>
    /// <param name="path">Path of a file, at most 512 MiB.</param>
    /// <param name="network">The network.</param>
    /// <param name="warnings">Receives a warning when the profile is of another version of the network.</param>
    /// <exception cref="InvalidInputException">It cannot be read, or does not have the neurons of the network.</exception>
    public static NeuronActivity ReadFile(string path, Network network, ICollection<Diagnostic> warnings)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(warnings);
        byte[] bytes = TextFile.ReadBytes(path, MaximumBytes);
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8 });
            return new ActivityReader(path, network, warnings).Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidInputException(
                ActivityDiagnostics.NoProfile, new SourceLocation(path, (int?)(e.LineNumber + 1), (int?)(e.BytePositionInLine + 1)), "text that is not JSON",
                $"a profile, with \"format\": \"{Format}\"", "write one with 'ganglion run --profile'");
        }
    }

    /// <summary>Whether a document says that it is a profile of the version that is known.</summary>
    internal static bool IsProfile(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("format", out JsonElement format) && format.ValueKind == JsonValueKind.String && format.GetString() == Format
        && root.TryGetProperty("version", out JsonElement version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number) && number == Version;
}
