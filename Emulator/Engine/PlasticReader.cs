using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Emulator.Loop;

namespace Ganglion.Emulator;

/// <summary>Gathers the synapses of plastic projections from the cores that they end on.</summary>
internal static class PlasticReader
{
    /// <summary>The synapses of a projection, ascending by source, then target; the order does not depend on the placement.</summary>
    /// <param name="units">All cores.</param>
    /// <param name="projection">Index of the projection in the network.</param>
    public static PlasticSynapse[] Read(IReadOnlyList<CoreUnit> units, int projection)
    {
        List<PlasticSynapse> synapses = [];
        foreach (CoreUnit unit in units)
        {
            IReadOnlyList<PlasticProjectionImage> plastic = unit.Core.Image.Plastic;
            for (int i = 0; i < plastic.Count; i++)
            {
                if (plastic[i].Projection == projection)
                {
                    Read(unit.Core, i, synapses);
                }
            }
        }

        return [.. synapses.OrderBy(synapse => synapse.Source).ThenBy(synapse => synapse.Target)];
    }

    private static void Read(Core core, int index, List<PlasticSynapse> synapses)
    {
        int[] neurons = new int[core.Compartments];
        foreach (CompartmentRun run in core.Image.Runs)
        {
            for (int i = 0; i < run.Count; i++)
            {
                neurons[run.FirstCompartment + i] = run.FirstNeuron + i;
            }
        }

        core.ReadPlastic(index, (source, compartment, weight, tag, delay) => synapses.Add(new PlasticSynapse(source, neurons[compartment], weight, tag, delay)));
    }
}
