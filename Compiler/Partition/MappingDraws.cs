using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Compiler.Partition;

/// <summary>Random choices of one mapping, in the order in which they are made.</summary>
/// <param name="seed">Seed of the mapping.</param>
/// <param name="stream">Tells apart the parts of a mapping that draw.</param>
internal sealed class MappingDraws(ulong seed, ulong stream)
{
    private readonly CounterRandom _random = new(seed, RandomPurpose.Placement);
    private long _next;

    /// <summary>A uniform number from 0 to below a bound.</summary>
    public int Below(int bound) => (int)(((ulong)_random.Draw(stream, _next++) * (ulong)bound) >> 32);

    /// <summary>A uniform number in (0, 1].</summary>
    public double Unit() => (_random.Draw(stream, _next++) + 1.0) * (1.0 / (1L << 32));

    /// <summary>The numbers from 0 to below a bound, in random order.</summary>
    public int[] Permutation(int count)
    {
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            int j = Below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }

        return order;
    }
}
