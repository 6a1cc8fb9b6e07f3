using Ganglion.Compiler.Check;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>A network whose synapses are divided into axons, not yet on its cores.</summary>
/// <param name="Valid">The network.</param>
/// <param name="Populations">One entry per population; <see langword="null"/> for spike sources.</param>
internal sealed record CrossbarNetwork(CheckedNetwork Valid, CrossbarPopulation?[] Populations)
{
    /// <summary>The chip.</summary>
    public ChipSpec.Spec.ChipSpec Chip => Valid.Chip;

    /// <summary>Number of logical neurons, sources included.</summary>
    public int NeuronCount => Valid.FirstNeuron[^1];

    /// <summary>Index of a logical neuron's population.</summary>
    public int PopulationOf(int neuron)
    {
        int index = Array.BinarySearch(Valid.FirstNeuron, 0, Populations.Length, neuron);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Every axon that the neurons of a part need, ascending by population and axon.</summary>
    public IEnumerable<(int Population, int Axon)> AxonsOf(CorePart part)
    {
        SortedSet<(int, int)> axons = [];
        foreach (NeuronRun run in part.Runs)
        {
            for (int neuron = run.First; neuron < run.First + run.Count; neuron++)
            {
                axons.UnionWith(Populations[run.Population]!.AxonsOf[neuron].Select(axon => (run.Population, axon)));
            }
        }

        return axons;
    }
}
