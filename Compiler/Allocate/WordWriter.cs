using System.Numerics;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Allocate;

/// <summary>Writes the synapses of every core as words, row after row in the order of the axons in.</summary>
internal static class WordWriter
{
    /// <summary>Reads all projections once.</summary>
    /// <returns>The words of every core; see <see cref="ChipSpec.Image.SynapseMemory"/> for their layout.</returns>
    public static uint[][] Write(RoutedNetwork routed)
    {
        IntegerNetwork network = routed.Placement.Integers;
        uint[][] words = [.. routed.Rows.Select(plan => new uint[plan.Synapses])];
        int[] receptors = [.. routed.Placement.Cores.Select(c => c.Part.Registers(network).Receptors)];
        int[] strideBits = [.. routed.Placement.Cores.Select(c => BitOperations.Log2((uint)CoreSizing.SlotStride(c.Part.Compartments)))];
        int[] next = new int[words.Length];
        for (int p = 0; p < network.Outgoing.Length; p++)
        {
            int neurons = network.FirstNeuron[p + 1] - network.FirstNeuron[p];
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                foreach (int index in network.Outgoing[p])
                {
                    IntegerProjection projection = network.Projections[index];
                    if (projection.Kind == ProjectionKind.ThirdFactor)
                    {
                        continue;
                    }

                    int receptor = projection.Description.Receptor;
                    int firstTarget = network.FirstNeuron[projection.Target];
                    foreach (IntegerSynapse synapse in projection.Row(neuron))
                    {
                        int target = firstTarget + synapse.Target;
                        int core = routed.Locations.Core(target);
                        uint accumulator = ((uint)((synapse.Delay * receptors[core]) + receptor) << strideBits[core]) + (uint)routed.Locations.Compartment(target);
                        words[core][next[core]++] = ((uint)(ushort)synapse.Contribution << 16) | accumulator;
                    }
                }
            }
        }

        return words;
    }
}
