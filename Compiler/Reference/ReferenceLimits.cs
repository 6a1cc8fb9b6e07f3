using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>What the reference simulation is willing to hold in memory.</summary>
internal static class ReferenceLimits
{
    private const long Neurons = 1 << 25;
    private const long SynapsesPerProjection = 1 << 29;

    public static void Check(Network network)
    {
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

    private static InvalidInputException TooLarge(string path, string found, string allowed) => new(
        ReferenceDiagnostics.TooLarge,
        new SourceLocation(Path: path),
        found,
        allowed,
        "map the network to a chip instead, where it is held more densely, or make it smaller");
}
