using System.Globalization;
using System.Text;
using System.Text.Json;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Writes networks as <c>.net.yaml</c>.</summary>
/// <remarks>Format: docs/formats/net-yaml.md. Connectivities that the format has no word for are written synapse by synapse.</remarks>
public static class NetYamlWriter
{
    private const double UsualTimestep = 1e-3;

    /// <summary>Writes a file; it appears whole or not at all.</summary>
    /// <param name="network">A valid network.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <exception cref="InvalidInputException">The network has what such a file cannot hold, with every element named; or the file cannot be written.</exception>
    public static NetworkExport WriteFile(Network network, string path)
    {
        var findings = new DiagnosticBag();
        double timestep = network.TimestepSeconds ?? UsualTimestep;
        var text = new StringBuilder();
        text.Append($"name: {Text(network.Name)}\n");
        if (network.TimestepSeconds is not null || network.Populations.Any(HasTimeConstants))
        {
            text.Append($"timestep: {Number(timestep)}\n");
        }

        Section("sources", network.Populations.OfType<SourcePopulation>(), source => Source(source));
        Section("populations", network.Populations.OfType<NeuronPopulation>(), population => Neurons(population, timestep, findings));
        if (network.Projections.Count > 0)
        {
            text.Append("projections:\n");
        }

        foreach (Projection projection in network.Projections)
        {
            text.Append(NetYamlProjections.Of(network, projection, findings));
        }

        text.Append($"outputs: [{string.Join(", ", network.Outputs.Select(Text))}]\n");
        findings.ThrowIfErrors();
        AtomicFile.Write(path, pending => File.WriteAllText(pending, text.ToString()));
        return new NetworkExport(null, [.. findings.Findings.Diagnostics]);

        void Section<T>(string name, IEnumerable<T> populations, Func<T, string> body)
            where T : Population
        {
            T[] all = [.. populations];
            text.Append(all.Length > 0 ? $"{name}:\n" : "");
            foreach (T population in all)
            {
                text.Append($"  {Text(population.Name)}:\n    shape: [{string.Join(", ", population.Shape)}]\n{body(population)}");
            }
        }
    }

    /// <summary>A text between quotes.</summary>
    internal static string Text(string text) => JsonSerializer.Serialize(text);

    /// <summary>A number with all its digits.</summary>
    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>One number for all, or a list.</summary>
    internal static string Values(IReadOnlyList<double> values) =>
        values.Count == 1 ? Number(values[0]) : $"[{string.Join(", ", values.Select(Number))}]";

    /// <summary>One number for all, or a list.</summary>
    internal static string Values(IReadOnlyList<int> values) => values.Count == 1 ? $"{values[0]}" : $"[{string.Join(", ", values)}]";

    private static bool HasTimeConstants(Population population) => population is NeuronPopulation { Neurons: CurrentBasedNeurons neurons }
        && (neurons.PotentialDecay.Any(d => d != 1) || neurons.CurrentDecay.Any(d => d != 0));

    private static string Source(SourcePopulation source) => source.Source switch
    {
        ListSource list => $"    spikes: [{string.Join(", ", list.Timesteps.Zip(list.Neurons, (t, n) => $"[{t}, {n}]"))}]\n",
        PoissonSource poisson => $"    poisson: {{probability: {Values(poisson.Probability)}}}\n",
        _ => "    external: true\n",
    };

    private static string Neurons(NeuronPopulation population, double timestep, DiagnosticBag findings)
    {
        string path = $"population '{population.Name}'";
        string cores = population.PinnedCores is { } pinned ? $"    cores: {Values(pinned)}\n" : "";
        switch (population.Neurons)
        {
            case CurrentBasedNeurons neurons when Physical(neurons, timestep, out string problem) is var keys:
                if (keys is null)
                {
                    findings.Report(NetYamlExportDiagnostics.Neurons, path, problem, "neurons of a model of the format");
                    return "";
                }

                return $"{cores}    neurons:\n{Lines(keys)}";
            case LoihiNeurons n:
                return $"{cores}    loihi:\n" + Lines(
                [
                    ("currentDecay", Values(n.CurrentDecay)), ("potentialDecay", Values(n.PotentialDecay)), ("thresholdMantissa", Values(n.ThresholdMantissa)),
                    ("biasMantissa", Values(n.BiasMantissa)), ("biasExponent", Values(n.BiasExponent)), ("refractory", Values(n.Refractory)),
                    ("minimumExponent", Values(n.MinimumExponent)), ("maximumExponent", Values(n.MaximumExponent)),
                    ("initialCurrent", Values(n.InitialCurrent)), ("initialPotential", Values(n.InitialPotential)),
                ]);
            case Loihi2Neurons n:
                return $"{cores}    loihi2:\n" + Lines([("model", n.Model.Name), .. n.Registers.Select(register => (register.Key, Values(register.Value)))]);
            default:
                findings.Report(NetYamlExportDiagnostics.Neurons, path, $"neurons described by {population.Neurons.GetType().Name}", "neurons in real numbers, or registers of Loihi");
                return "";
        }
    }

    private static string Lines(IEnumerable<(string Key, string Value)> keys) => string.Concat(keys.Select(key => $"      {key.Key}: {key.Value}\n"));

    private static List<(string Key, string Value)>? Physical(CurrentBasedNeurons neurons, double timestep, out string problem)
    {
        CurrentBasedNeurons plain = neurons with { Refractory = [1], InitialPotential = [0] };
        if (NirNeuronNode.Of(plain, timestep, out problem, takesThreshold: false) is not { } node)
        {
            return null;
        }

        string? model = node.Type switch { "IF" => "if", "LIF" => "lif", "CubaLIF" => "cubaLif", "LI" => "li", "CubaLI" => "cubaLi", _ => null };
        if (model is null)
        {
            problem = "an integrator that neither leaks nor fires";
            return null;
        }

        List<(string, string)> keys = [("model", model)];
        foreach ((string dataset, string key) in Keys.Where(key => node.Datasets.ContainsKey(key.Dataset)))
        {
            keys.Add((key, Values(node.Datasets[dataset])));
        }

        if (node.Drive is { } drive)
        {
            keys.Add(("current", Values(drive)));
        }

        if (node.Datasets.ContainsKey("v_threshold"))
        {
            keys.Add(("resetMode", neurons.ResetMode == ResetMode.Subtract ? "subtract" : "toValue"));
            keys.Add(("refractory", Values(neurons.Refractory)));
        }

        keys.Add(("initialPotential", Values(neurons.InitialPotential)));
        return keys;
    }

    private static readonly (string Dataset, string Key)[] Keys =
    [
        ("tau", "tauMembrane"), ("tau_mem", "tauMembrane"), ("tau_syn", "tauSynapse"), ("r", "resistance"), ("w_in", "inputWeight"),
        ("v_leak", "leakPotential"), ("v_threshold", "threshold"), ("v_reset", "reset"),
    ];
}
