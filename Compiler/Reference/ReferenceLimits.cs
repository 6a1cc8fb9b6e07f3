using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>What the reference simulation can run, and is willing to hold in memory.</summary>
internal static class ReferenceLimits
{
    private const long Neurons = 1 << 25;
    private const long SynapsesPerProjection = 1 << 29;

    public static void Check(Network network)
    {
        CheckModels(network);
        long total = 0;
        foreach (Population population in network.Populations)
        {
            total += population.Count;
            if (total > Neurons)
            {
                throw TooLarge($"population '{population.Name}'", $"{total:N0} neurons and sources up to this one", $"{Neurons:N0}");
            }
        }
    }

    public static void CheckSynapses(Projection projection, long synapses)
    {
        if (synapses > SynapsesPerProjection)
        {
            throw TooLarge($"projection '{projection.Name}'", $"more than {SynapsesPerProjection:N0} synapses", $"{SynapsesPerProjection:N0}");
        }
    }

    private static void CheckModels(Network network)
    {
        Diagnostic[] findings =
        [
            .. network.Populations.OfType<NeuronPopulation>()
                .Where(population => population.Neurons is not (CurrentBasedNeurons or LoihiNeurons))
                .Select(population => new Diagnostic
                {
                    Descriptor = ReferenceDiagnostics.NoReference,
                    Location = new SourceLocation(Path: $"population '{population.Name}'"),
                    Found = "neurons that only a chip's integers define",
                    Allowed = "neurons in physical units, or registers of Loihi 1",
                    Remedy = "run it on a chip that has the model",
                }),
            .. network.Projections
                .Where(projection => projection.Plasticity is not null || projection.ThirdFactor is not null)
                .Select(projection => new Diagnostic
                {
                    Descriptor = ReferenceDiagnostics.NoLearning,
                    Location = new SourceLocation(Path: $"projection '{projection.Name}'"),
                    Found = projection.Plasticity is null ? "a third factor for learning" : "a learning rule",
                    Allowed = "static weights",
                    Remedy = "run it on a chip that learns",
                }),
        ];
        if (findings.Length > 0)
        {
            throw new InvalidInputException(findings);
        }
    }

    private static InvalidInputException TooLarge(string path, string found, string allowed) => new(
        ReferenceDiagnostics.TooLarge,
        new SourceLocation(Path: path),
        found,
        allowed,
        "map the network to a chip instead, where it is held more densely, or make it smaller");
}
