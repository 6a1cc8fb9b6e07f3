using System.Text.Json;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Mappings;

/// <summary>Reads a profile for a network.</summary>
internal sealed class ActivityReader(string path, Network network, ICollection<Diagnostic> warnings)
{
    private readonly ViolationCollector _findings = new();

    /// <summary>Reads it.</summary>
    public NeuronActivity Read(JsonElement root)
    {
        if (!ActivityFile.IsProfile(root))
        {
            Report(ActivityDiagnostics.NoProfile, null, "another document", "\"format\": \"ganglion-profile\", \"version\": 1", "write one with 'ganglion run --profile'");
            _findings.ThrowIfInvalid();
        }

        long timesteps = 0;
        if (!root.TryGetProperty("timesteps", out JsonElement steps) || steps.ValueKind != JsonValueKind.Number || !steps.TryGetInt64(out timesteps) || timesteps < 1)
        {
            Report(ActivityDiagnostics.BadCount, "timesteps", "no such number", "a whole number, 1 or above", "write the profile anew");
        }

        double[] rates = new double[network.Populations.Sum(population => population.Count)];
        ReadPopulations(root, rates, Math.Max(1, timesteps));
        _findings.ThrowIfInvalid();
        CheckHash(root);
        return new NeuronActivity(rates);
    }

    private void ReadPopulations(JsonElement root, double[] rates, long timesteps)
    {
        if (!root.TryGetProperty("populations", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            Report(ActivityDiagnostics.BadCount, "populations", "no list", "a list of populations with their spikes", "write the profile anew");
            return;
        }

        Dictionary<string, JsonElement> spikesOf = new(StringComparer.Ordinal);
        foreach (JsonElement entry in list.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object
                && entry.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
                && entry.TryGetProperty("spikes", out JsonElement spikes) && spikes.ValueKind == JsonValueKind.Array)
            {
                spikesOf[name.GetString()!] = spikes;
            }
            else
            {
                Report(ActivityDiagnostics.BadCount, $"populations[{spikesOf.Count}]", "an entry without a name and a list of spikes", "both", "write the profile anew");
            }
        }

        int first = 0;
        foreach (Population population in network.Populations)
        {
            string place = $"population '{Printable.Shorten(population.Name)}'";
            if (!spikesOf.TryGetValue(population.Name, out JsonElement spikes))
            {
                Report(ActivityDiagnostics.OtherPopulations, place, "no spikes", "every population of the network", "run this network with --profile");
            }
            else if (spikes.GetArrayLength() != population.Count)
            {
                Report(ActivityDiagnostics.OtherPopulations, place, $"{spikes.GetArrayLength():N0} neurons", $"{population.Count:N0}", "run this network with --profile");
            }
            else
            {
                ReadSpikes(spikes, place, rates.AsSpan(first, population.Count), timesteps);
            }

            first += population.Count;
        }
    }

    private void ReadSpikes(JsonElement spikes, string place, Span<double> rates, long timesteps)
    {
        int neuron = 0;
        foreach (JsonElement count in spikes.EnumerateArray())
        {
            if (count.ValueKind != JsonValueKind.Number || !count.TryGetInt64(out long value) || value < 0)
            {
                Report(ActivityDiagnostics.BadCount, place, $"neuron {neuron} has {Printable.Shorten(count.GetRawText())} spikes", "a whole number, 0 or above", "write the profile anew");
                return;
            }

            rates[neuron++] = (double)value / timesteps;
        }
    }

    private void CheckHash(JsonElement root)
    {
        if (root.TryGetProperty("network", out JsonElement described) && described.ValueKind == JsonValueKind.Object
            && described.TryGetProperty("hash", out JsonElement hash) && hash.ValueKind == JsonValueKind.String
            && NetworkHash.Compute(network) is var actual && hash.GetString() != actual)
        {
            warnings.Add(new Diagnostic
            {
                Descriptor = ActivityDiagnostics.OtherNetwork,
                Location = new SourceLocation(path, Path: "network.hash"),
                Found = $"a profile of the network {Printable.Shorten(hash.GetString()!)}",
                Allowed = actual,
                Remedy = "run this network with --profile",
            });
        }
    }

    private void Report(DiagnosticDescriptor descriptor, string? place, string found, string allowed, string remedy) =>
        _findings.Add(descriptor, new SourceLocation(path, Path: place), found, allowed, remedy);
}
