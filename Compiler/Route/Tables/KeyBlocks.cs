using System.Numerics;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Route.Tables;

/// <summary>Keys of all neurons: each share of a population on a core has an aligned block, whose low bits count its neurons.</summary>
/// <remarks>
/// The blocks of a population are equal in size and lie in one aligned block themselves, so that routers far away can tell populations apart
/// by few bits. Large populations come first, which leaves no gaps between the blocks.
/// </remarks>
internal sealed class KeyBlocks
{
    private KeyBlocks(IReadOnlyList<(int Core, int Population, RouteEntry Block)> blocks, ulong end)
    {
        Blocks = blocks;
        Bits = end <= 1 ? 0 : 64 - BitOperations.LeadingZeroCount(end - 1);
    }

    /// <summary>Sending core, as index into the image's cores, population, and keys of the neurons that both have; without a route.</summary>
    public IReadOnlyList<(int Core, int Population, RouteEntry Block)> Blocks { get; }

    /// <summary>Bits of the largest key.</summary>
    public int Bits { get; }

    /// <summary>Gives keys to the neurons of an image.</summary>
    /// <returns><see langword="null"/> when 32 bits do not suffice.</returns>
    public static KeyBlocks? Allocate(ChipImage image)
    {
        var shares = image.Cores
            .SelectMany((core, index) => core.Runs.GroupBy(run => run.Population).Select(runs => (Core: index, Population: runs.Key, Neurons: runs.Sum(run => run.Count))))
            .GroupBy(share => share.Population)
            .Select(population => (Shares: population.ToArray(), Bits: BitsOf(population.Max(share => share.Neurons)), PartBits: BitsOf(population.Count())))
            .OrderByDescending(population => population.Bits + population.PartBits)
            .ToArray();
        List<(int, int, RouteEntry)> blocks = [];
        ulong next = 0;
        foreach (var population in shares)
        {
            for (int i = 0; i < population.Shares.Length; i++)
            {
                ulong key = next + ((ulong)i << population.Bits);
                if (key > uint.MaxValue)
                {
                    return null;
                }

                uint mask = population.Bits >= 32 ? 0 : uint.MaxValue << population.Bits;
                blocks.Add((population.Shares[i].Core, population.Shares[i].Population, new RouteEntry((uint)key, mask, 0)));
            }

            next += 1UL << (population.Bits + population.PartBits);
        }

        return new KeyBlocks(blocks, next);
    }

    private static int BitsOf(int count) => count <= 1 ? 0 : 32 - BitOperations.LeadingZeroCount((uint)count - 1);
}
