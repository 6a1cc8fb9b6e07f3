using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Emulator.Faults;

/// <summary>Flips bits of the weights of an image, as a radiation upset in synapse memory does.</summary>
/// <remarks>The 16 bits that the emulator holds of a weight, exponent applied, are struck one by one.</remarks>
internal static class WeightFlips
{
    private const int WeightBits = 16;

    /// <summary>An image with the flips of a plan.</summary>
    /// <param name="image">The image; it stays as it is.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="touched">Receives the number of flipped bits of each fault.</param>
    public static ChipImage Apply(ChipImage image, FaultPlan plan, long[] touched)
    {
        var random = new CounterRandom(plan.Seed, RandomPurpose.Fault);
        foreach ((int index, Fault fault) in plan.Faults.Index().Where(fault => fault.Item.Kind == FaultKind.WeightBitFlip))
        {
            image = image with { Cores = [.. image.Cores.Select(core => fault.Core is { } id && id.Value != core.Core ? core : Flip(core, index, fault, random, touched))] };
        }

        return image;
    }

    private static CoreImage Flip(CoreImage core, int index, Fault fault, CounterRandom random, long[] touched)
    {
        uint[] words = [.. core.Synapses.Words];
        short[] dense = [.. core.Synapses.Dense];
        for (int i = 0; i < words.Length + dense.Length; i++)
        {
            ulong key = ((ulong)(uint)index << 56) | ((ulong)(uint)core.Core << 32) | (uint)i;
            int mask = 0;
            for (int bit = 0; bit < WeightBits; bit++)
            {
                mask |= random.DrawUnit(key, bit) < fault.Probability ? 1 << bit : 0;
            }

            touched[index] += System.Numerics.BitOperations.PopCount((uint)mask);
            if (i < words.Length)
            {
                words[i] ^= (uint)mask << WeightBits;
            }
            else
            {
                dense[i - words.Length] ^= (short)mask;
            }
        }

        return core with { Synapses = core.Synapses with { Words = words, Dense = dense } };
    }
}
