using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Import.Spikes;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads where the spikes of a source come from.</summary>
internal sealed class SourceReader(int count, double? timestep, string folder)
{
    /// <summary>The source, or <see langword="null"/> when that cannot be told.</summary>
    public SpikeSource? Read(YamlMapping mapping) => mapping.ExactlyOne("external", "spikes", "file", "poisson") switch
    {
        "external" => ReadExternal(mapping.Required("external")),
        "spikes" => ReadSpikes(mapping.Required("spikes")),
        "file" => ReadFile(mapping.Required("file")),
        "poisson" => ReadPoisson(mapping.Required("poisson").AsMapping()),
        _ => null,
    };

    private static ExternalSource ReadExternal(YamlNode node)
    {
        if (!node.AsBoolean() && node is YamlScalar { Text: "false" })
        {
            node.Report(NetYamlDiagnostics.Alternatives, "external: false", "external: true, or another kind of source");
        }

        return new ExternalSource();
    }

    private ListSource ReadSpikes(YamlNode node)
    {
        var spikes = new List<(long Timestep, int Neuron)>();
        foreach (YamlNode spike in node.AsSequence())
        {
            IReadOnlyList<YamlNode> pair = spike.AsSequence(2, 2);
            if (pair.Count == 2)
            {
                spikes.Add((pair[0].AsInt64(0), pair[1].AsNeuron(count)));
            }
        }

        return SpikeList.Sort(spikes);
    }

    private ListSource? ReadFile(YamlNode node)
    {
        string path = Path.Combine(folder, node.AsString());
        try
        {
            return SpikeCsv.ReadFile(path, count);
        }
        catch (InvalidInputException e)
        {
            foreach (Diagnostic diagnostic in e.Diagnostics)
            {
                node.Document.Violations.Add(diagnostic);
            }

            return null;
        }
    }

    private PoissonSource ReadPoisson(YamlMapping mapping)
    {
        PerNeuron probability = 0;
        switch (mapping.ExactlyOne("rate", "probability"))
        {
            case "probability":
                probability = mapping.Required("probability").AsPerNeuron(count, item => item.AsDouble(0, 1));
                break;
            case "rate":
                YamlNode rate = mapping.Required("rate");
                if (timestep is null)
                {
                    rate.Report(NetYamlDiagnostics.TimestepMissing, "a rate in Hz in a network without a timestep", "'timestep: …' at the top");
                }

                double highest = 1 / (timestep ?? 1);
                probability = rate.AsPerNeuron(count, item => timestep is null ? 0 : item.AsDouble(0, highest) * timestep.Value);
                break;
        }

        mapping.RejectUnknownKeys();
        return new PoissonSource(probability.ToList());
    }
}
