using System.Numerics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>How many compartments a core is given at most.</summary>
internal static class CoreSizing
{
    /// <summary>Dendrite accumulators of a core: compartments times delay slots, each rounded up to a power of two.</summary>
    public const int Accumulators = 65_536;

    private const int SmallestStride = 8;

    // Below this, a core costs more to visit than its neurons cost to update.
    private const int NeuronsWorthACore = 256;

    /// <summary>Compartments per core for the neurons of every population whose place the compiler chooses; 0 for spike sources.</summary>
    public static int[] CompartmentsPerCore(IntegerNetwork network, CompilerOptions options)
    {
        int byAccumulators = Accumulators / DelaySlots(LargestDelay(network));
        return [.. network.Registers.Select(registers => registers is null ? 0 : CompartmentsPerCore(network, options, byAccumulators / registers.Receptors))];
    }

    /// <summary>Delay slots that a largest delay needs, a power of two above it.</summary>
    public static int DelaySlots(int largestDelay) => (int)BitOperations.RoundUpToPowerOf2((uint)largestDelay + 1);

    /// <summary>Compartments per delay slot, a power of two and at least one vector of compartments.</summary>
    public static int SlotStride(int compartments) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(compartments, SmallestStride));

    private static int CompartmentsPerCore(IntegerNetwork network, CompilerOptions options, int byAccumulators)
    {
        if (network.Chip.Core.Compartments is { } limit)
        {
            return Math.Min(limit, byAccumulators);
        }

        int neurons = network.Network.Populations.OfType<NeuronPopulation>().Where(p => p.PinnedCores is null).Sum(p => p.Count);
        int worthwhile = Math.Min(options.MinimumCores, Math.Max(1, neurons / NeuronsWorthACore));
        int cores = Math.Max(worthwhile, DivideUp(neurons, byAccumulators));
        return Math.Max(1, DivideUp(neurons, cores));
    }

    private static int LargestDelay(IntegerNetwork network) =>
        network.Projections.Select(p => p.LargestDelay).DefaultIfEmpty(0).Max();

    private static int DivideUp(int amount, int size) => (int)(((long)amount + size - 1) / size);
}
