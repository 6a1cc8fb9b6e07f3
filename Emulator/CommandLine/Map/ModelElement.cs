using Ganglion.ChipSpec.Image;

namespace Ganglion.CommandLine.Map;

/// <summary>Where a population stands in the file of its network.</summary>
internal static class ModelElement
{
    private const string BiasEnding = ".bias";

    /// <summary>Names the element of the file that became a population.</summary>
    /// <param name="path">Path of the network.</param>
    /// <param name="population">The population.</param>
    public static string Of(string path, PopulationImage population)
    {
        if (path.EndsWith(".nir", StringComparison.OrdinalIgnoreCase))
        {
            // Biases that no neuron can hold come from a source of their own.
            string node = population.IsSource && population.Name.EndsWith(BiasEnding, StringComparison.Ordinal) ? population.Name[..^BiasEnding.Length] : population.Name;
            return $"/node/nodes/{node}";
        }

        if (path.EndsWith(".net.yaml", StringComparison.OrdinalIgnoreCase))
        {
            return $"{(population.IsSource ? "sources" : "populations")}.{population.Name}";
        }

        return $"network.groups.{population.Name}";
    }
}
