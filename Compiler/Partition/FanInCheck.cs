using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Whether no neuron has more synapses than the chip allows, wherever it is placed.</summary>
internal static class FanInCheck
{
    public static void Check(IntegerNetwork network, DiagnosticBag diagnostics)
    {
        if (network.Chip.Core.FanIn is not { } limit)
        {
            return;
        }

        for (int p = 0; p < network.Network.Populations.Count; p++)
        {
            Population population = network.Network.Populations[p];
            int[] fanIn = Count(network, p, population.Count);
            int largest = fanIn.Max();
            if (largest > limit)
            {
                NeuronMisfit.Report(
                    population.Name, Array.FindIndex(fanIn, n => n > limit), fanIn.Count(n => n > limit),
                    new CoreOverflow(Resources.FanIn, largest, limit), diagnostics);
            }
        }
    }

    private static int[] Count(IntegerNetwork network, int population, int neurons)
    {
        int[] fanIn = new int[neurons];
        foreach (IntegerProjection projection in network.Projections.Where(p => p.Target == population))
        {
            int sources = network.FirstNeuron[projection.Source + 1] - network.FirstNeuron[projection.Source];
            for (int source = 0; source < sources; source++)
            {
                foreach (IntegerSynapse synapse in projection.Row(source))
                {
                    fanIn[synapse.Target]++;
                }
            }
        }

        return fanIn;
    }
}
