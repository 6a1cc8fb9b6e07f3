using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Allocate;

/// <summary>What an image says of the populations of a network, the same for every chip.</summary>
internal static class ImagePopulations
{
    /// <summary>All populations.</summary>
    /// <param name="network">The network.</param>
    /// <param name="potentialScale">See <see cref="PopulationImage.PotentialScale"/>; one entry per population.</param>
    public static PopulationImage[] Describe(Network network, IReadOnlyList<double?> potentialScale)
    {
        HashSet<string> outputs = [.. network.Outputs];
        PopulationImage[] images = new PopulationImage[network.Populations.Count];
        int first = 0;
        for (int i = 0; i < images.Length; i++)
        {
            Population population = network.Populations[i];
            images[i] = new PopulationImage
            {
                Name = population.Name,
                FirstNeuron = first,
                Count = population.Count,
                Shape = [.. population.Shape],
                IsSource = population is SourcePopulation,
                IsOutput = outputs.Contains(population.Name),
                PotentialScale = potentialScale[i],
            };
            first += population.Count;
        }

        return images;
    }

    /// <summary>All spike sources.</summary>
    /// <param name="network">The network.</param>
    /// <param name="axonsOut">Axons out of the neurons of every population.</param>
    public static SourceImage[] DescribeSources(Network network, IReadOnlyList<AxonTable> axonsOut)
    {
        List<SourceImage> sources = [];
        for (int i = 0; i < network.Populations.Count; i++)
        {
            if (network.Populations[i] is SourcePopulation population)
            {
                SourceImage image = new() { Population = i, Kind = SourceKind.External, AxonsOut = axonsOut[i] };
                sources.Add(population.Source switch
                {
                    ListSource list => image with { Kind = SourceKind.List, SpikeTimesteps = [.. list.Timesteps], SpikeNeurons = [.. list.Neurons] },
                    PoissonSource poisson => image with { Kind = SourceKind.Poisson, Probability = [.. poisson.Probability] },
                    _ => image,
                });
            }
        }

        return [.. sources];
    }
}
