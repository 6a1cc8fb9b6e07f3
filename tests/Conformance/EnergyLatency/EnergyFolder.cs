using System.Text.Json;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.EnergyLatency;

/// <summary>The family <c>energy-latency</c>: networks in SANA-FE's YAML, and what SANA-FE prints for them.</summary>
internal static class EnergyFolder
{
    private const string Expectations = "expected.json";
    private const string Network = ".yaml";

    /// <summary>One case per network and timing model of <c>expected.json</c>, and one per network whose figures are listed here.</summary>
    /// <param name="family">What the names of the cases begin with.</param>
    /// <param name="files">Files of the family.</param>
    public static IEnumerable<VectorCase> Cases(string family, IReadOnlyList<string> files)
    {
        Dictionary<string, string> networks = files.Where(file => file.EndsWith(Network, StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        string? expectations = files.FirstOrDefault(file => Path.GetFileName(file) == Expectations);
        var named = new HashSet<string>(StringComparer.Ordinal);
        List<VectorCase> cases = [.. files.Where(file => file != expectations && !networks.ContainsValue(file))
            .Select(file => VectorCase.Broken($"{family}/{Path.GetFileName(file)}", "The kind of this file is unknown."))];
        if (expectations is not null)
        {
            cases.AddRange(Expected(family, expectations, networks, named));
        }

        foreach ((string name, string file) in networks.Where(network => !named.Contains(network.Key)))
        {
            cases.AddRange(Listed($"{family}/{name}", name, file));
        }

        return cases;
    }

    private static IEnumerable<VectorCase> Expected(
        string family, string expectations, Dictionary<string, string> networks, HashSet<string> named)
    {
        if (JsonVectors.TryOpen(expectations, out string problem) is not { } root)
        {
            yield return VectorCase.Broken($"{family}/{Expectations}", problem);
            yield break;
        }

        foreach (JsonProperty network in root.EnumerateObject())
        {
            named.Add(network.Name);
            foreach (JsonProperty model in network.Value.EnumerateObject())
            {
                string id = $"{family}/{network.Name}/{model.Name}";
                yield return networks.TryGetValue(network.Name, out string? file)
                    ? new VectorCase(id, () => PrintedTotals.Check(file, model.Name, model.Value))
                    : VectorCase.Broken(id, $"There is no {network.Name}{Network}.");
            }
        }
    }

    private static IEnumerable<VectorCase> Listed(string id, string name, string file)
    {
        if (!SanaFeFigures.Steps.TryGetValue(name, out StepFigures[]? steps))
        {
            return [VectorCase.Broken(id, "Nothing says what this network costs.")];
        }

        return [new VectorCase(id, () => PrintedSteps.Check(file, steps))];
    }
}
