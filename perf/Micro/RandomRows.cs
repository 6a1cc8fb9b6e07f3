using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Perf.Micro;

/// <summary>Synapse memories with random rows for the benchmarks.</summary>
internal static class RandomRows
{
    /// <summary>Compartments of the core.</summary>
    public const int Compartments = 4096;

    /// <summary>Delay slots of the core.</summary>
    public const int DelaySlots = 16;

    /// <summary>Synapses of a row.</summary>
    public const int RowLength = 256;

    /// <summary>Makes rows of one form.</summary>
    /// <param name="form">Storage form.</param>
    /// <param name="axons">Number of rows.</param>
    public static SynapseMemory Make(RowForm form, int axons)
    {
        var random = new CounterRandom(1, RandomPurpose.Connection);
        int distinct = form == RowForm.Shared ? 16 : axons;
        var rows = new SynapseRow[axons];
        for (int axon = 0; axon < axons; axon++)
        {
            int offset = form == RowForm.Sparse ? 0 : (int)(random.Draw((ulong)axon, 1) % (Compartments / 2));
            rows[axon] = new SynapseRow(axon % distinct * RowLength, RowLength, offset, form, form);
        }

        return new SynapseMemory
        {
            SlotStride = Compartments,
            DelaySlots = DelaySlots,
            Rows = rows,
            Words = form == RowForm.Dense ? [] : Words(random, distinct),
            Dense = form == RowForm.Dense ? Weights(random, axons) : [],
        };
    }

    /// <summary>Axons that fire in a timestep, in random order.</summary>
    /// <param name="axons">Number of rows.</param>
    public static int[] Firing(int axons)
    {
        var random = new CounterRandom(2, RandomPurpose.Source);
        return [.. Enumerable.Range(0, axons).OrderBy(axon => random.Draw((ulong)axon))];
    }

    private static uint[] Words(CounterRandom random, int rows)
    {
        uint[] words = new uint[rows * RowLength];
        for (int i = 0; i < words.Length; i++)
        {
            uint target = (uint)((i % RowLength * (Compartments / 2 / RowLength)) + (random.Draw((ulong)i, 2) % 8));
            uint delay = random.Draw((ulong)i, 3) % DelaySlots;
            words[i] = ((random.Draw((ulong)i, 4) % 256) << 16) | ((delay * Compartments) + target);
        }

        return words;
    }

    private static short[] Weights(CounterRandom random, int rows)
    {
        short[] weights = new short[rows * RowLength];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (short)(random.Draw((ulong)i, 5) % 256);
        }

        return weights;
    }
}
