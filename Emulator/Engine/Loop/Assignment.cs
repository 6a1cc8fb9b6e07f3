using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Emulator.Loop;

/// <summary>Which worker owns which core.</summary>
internal static class Assignment
{
    /// <summary>Gives every core to the worker with the least load so far, heaviest cores first; or at random.</summary>
    /// <param name="cores">Cores of the image.</param>
    /// <param name="workers">Number of workers.</param>
    /// <param name="seed">Seed of a random assignment; <see langword="null"/> balances the load.</param>
    /// <returns>Worker of every core.</returns>
    public static int[] Assign(IReadOnlyList<CoreImage> cores, int workers, ulong? seed)
    {
        int[] owner = new int[cores.Count];
        if (seed is { } value)
        {
            var random = new CounterRandom(value, RandomPurpose.Placement);
            for (int core = 0; core < owner.Length; core++)
            {
                owner[core] = (int)(random.Draw((ulong)core) % (uint)workers);
            }

            return owner;
        }

        long[] load = new long[workers];
        foreach (int core in Enumerable.Range(0, owner.Length).OrderByDescending(core => Load(cores[core])))
        {
            int worker = Array.IndexOf(load, load.Min());
            owner[core] = worker;
            load[worker] += Load(cores[core]);
        }

        return owner;
    }

    private static long Load(CoreImage core) => core.Usage.Synapses + core.Compartments;
}
