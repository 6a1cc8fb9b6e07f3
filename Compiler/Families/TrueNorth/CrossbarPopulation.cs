using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>A population with all that ends at it.</summary>
internal sealed class CrossbarPopulation
{
    /// <summary>Gathers the axons of every neuron.</summary>
    /// <param name="population">The population.</param>
    /// <param name="afferents">Its synapses.</param>
    /// <param name="axons">Its axons, ascending by afferent and digit.</param>
    /// <param name="digits">Axons per afferent in physical units.</param>
    public CrossbarPopulation(NeuronPopulation population, Afferent[] afferents, PlannedAxon[] axons, int digits)
    {
        (Description, Afferents, Axons, Digits) = (population, afferents, axons, digits);
        var axonsOf = new List<int>[population.Count];
        for (int i = 0; i < axonsOf.Length; i++)
        {
            axonsOf[i] = [];
        }

        for (int axon = 0; axon < axons.Length; axon++)
        {
            foreach (int target in axons[axon].Targets)
            {
                axonsOf[target].Add(axon);
            }
        }

        AxonsOf = axonsOf;
    }

    /// <summary>The population.</summary>
    public NeuronPopulation Description { get; }

    /// <summary>Synapses that end here.</summary>
    public Afferent[] Afferents { get; }

    /// <summary>Axons that carry them.</summary>
    public PlannedAxon[] Axons { get; }

    /// <summary>Axons per afferent in physical units, 1 to 4: the bits of a weight.</summary>
    public int Digits { get; }

    /// <summary>The axons of every neuron.</summary>
    public IReadOnlyList<IReadOnlyList<int>> AxonsOf { get; }
}
