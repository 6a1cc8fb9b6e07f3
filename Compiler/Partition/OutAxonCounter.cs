using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>How many outgoing axons every neuron needs: one per core that it reaches, and one more per core and projection that learns.</summary>
internal static class OutAxonCounter
{
    /// <summary>A lower bound before the cores are known: one axon for every neuron with a projection that leaves it.</summary>
    public static int[] AtLeast(IntegerNetwork network)
    {
        int[] axons = new int[network.NeuronCount];
        for (int p = 0; p < network.Outgoing.Length; p++)
        {
            if (network.Outgoing[p].Length > 0)
            {
                axons.AsSpan(network.FirstNeuron[p]..network.FirstNeuron[p + 1]).Fill(1);
            }
        }

        return axons;
    }

    /// <summary>Raises the counts to what a division into cores needs.</summary>
    /// <returns>Whether a core with too many axons must be divided further.</returns>
    public static bool Raise(IntegerNetwork network, IReadOnlyList<CorePart> parts, int[] axons)
    {
        if (network.Chip.Core.OutAxons is not { } limit)
        {
            return false;
        }

        int[] needed = Count(network, parts);
        for (int i = 0; i < axons.Length; i++)
        {
            axons[i] = Math.Max(axons[i], needed[i]);
        }

        return parts.Any(part => part.PinnedCore is null && part.Runs.Sum(
            r => needed.AsSpan(network.FirstNeuron[r.Population] + r.First, r.Count).ToArray().Sum(n => (long)n)) > limit);
    }

    private static int[] Count(IntegerNetwork network, IReadOnlyList<CorePart> parts)
    {
        int[] coreOf = new int[network.NeuronCount];
        for (int core = 0; core < parts.Count; core++)
        {
            foreach (NeuronRun run in parts[core].Runs)
            {
                coreOf.AsSpan(network.FirstNeuron[run.Population] + run.First, run.Count).Fill(core);
            }
        }

        int[] count = new int[network.NeuronCount];
        long[] lastReachedBy = new long[parts.Count];
        Array.Fill(lastReachedBy, -1);
        for (int p = 0; p < network.Outgoing.Length; p++)
        {
            for (int neuron = network.FirstNeuron[p]; neuron < network.FirstNeuron[p + 1]; neuron++)
            {
                foreach (int index in network.Outgoing[p])
                {
                    IntegerProjection projection = network.Projections[index];
                    int firstTarget = network.FirstNeuron[projection.Target];
                    long reachedBy = projection.Kind == ProjectionKind.Static ? neuron : ((long)(index + 1) << 32) | (uint)neuron;
                    foreach (IntegerSynapse synapse in projection.Row(neuron - network.FirstNeuron[p]))
                    {
                        int core = coreOf[firstTarget + synapse.Target];
                        if (lastReachedBy[core] != reachedBy)
                        {
                            lastReachedBy[core] = reachedBy;
                            count[neuron]++;
                        }
                    }
                }
            }
        }

        return count;
    }
}
