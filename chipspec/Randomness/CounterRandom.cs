namespace Ganglion.ChipSpec.Randomness;

/// <summary>Random numbers as a pure function of what they are for.</summary>
/// <remarks>
/// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, section 3.3.
/// A draw depends on (seed, purpose, logical id, timestep) alone, so results do not depend on order, threads or placement.
/// </remarks>
public readonly record struct CounterRandom(ulong Seed, RandomPurpose Purpose)
{
    internal const uint MultiplierA = 0xD2511F53;
    internal const uint MultiplierB = 0xCD9E8D57;
    internal const uint WeylA = 0x9E3779B9;
    internal const uint WeylB = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>Draws 32 uniform bits.</summary>
    /// <param name="id">Logical id of the neuron, synapse or element; never a placement.</param>
    /// <param name="timestep">Timestep, or a running number.</param>
    public uint Draw(ulong id, long timestep = 0)
    {
        Span<uint> block = stackalloc uint[4];
        DrawBlock(id, timestep, block);
        return block[0];
    }

    /// <summary>Draws a uniform number in [0, 1) with 53 random bits.</summary>
    /// <param name="id">Logical id of the neuron, synapse or element.</param>
    /// <param name="timestep">Timestep, or a running number.</param>
    public double DrawUnit(ulong id, long timestep = 0)
    {
        Span<uint> block = stackalloc uint[4];
        DrawBlock(id, timestep, block);
        return ToUnit(((ulong)block[0] << 32) | block[1]);
    }

    /// <summary>Draws uniform numbers in [0, 1) for consecutive ids, four at a time; each is what <see cref="DrawUnit"/> gives for its id.</summary>
    /// <param name="firstId">Logical id of the first number.</param>
    /// <param name="timestep">Timestep, or a running number.</param>
    /// <param name="units">Receives one number per id.</param>
    public void DrawUnits(ulong firstId, long timestep, Span<double> units)
    {
        Span<ulong> bits = stackalloc ulong[PhiloxLanes.Count];
        int i = 0;
        for (; i + PhiloxLanes.Count <= units.Length; i += PhiloxLanes.Count)
        {
            PhiloxLanes.Draw(Key, firstId + (ulong)i, (ulong)timestep, bits);
            for (int lane = 0; lane < PhiloxLanes.Count; lane++)
            {
                units[i + lane] = ToUnit(bits[lane]);
            }
        }

        for (; i < units.Length; i++)
        {
            units[i] = DrawUnit(firstId + (ulong)i, timestep);
        }
    }

    /// <summary>Fills <paramref name="block"/> (length 4) with uniform 32-bit words.</summary>
    /// <param name="id">Logical id of the neuron, synapse or element.</param>
    /// <param name="timestep">Timestep, or a running number.</param>
    /// <param name="block">Receives four words.</param>
    public void DrawBlock(ulong id, long timestep, Span<uint> block)
    {
        ulong key = Key;
        Philox((uint)id, (uint)(id >> 32), (uint)timestep, (uint)(timestep >> 32), (uint)key, (uint)(key >> 32), block);
    }

    /// <summary>The purpose is part of the key, so that two uses of one id and timestep are independent.</summary>
    private ulong Key => Seed ^ ((ulong)Purpose * 0x9E3779B97F4A7C15);

    private static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    /// <summary>The Philox4x32-10 bijection, exposed for comparison with the published test vectors.</summary>
    /// <param name="c0">Counter word 0.</param>
    /// <param name="c1">Counter word 1.</param>
    /// <param name="c2">Counter word 2.</param>
    /// <param name="c3">Counter word 3.</param>
    /// <param name="k0">Key word 0.</param>
    /// <param name="k1">Key word 1.</param>
    /// <param name="block">Receives four words.</param>
    public static void Philox(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, Span<uint> block)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = (ulong)MultiplierA * c0;
            ulong b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
            k0 = unchecked(k0 + WeylA);
            k1 = unchecked(k1 + WeylB);
        }

        (block[0], block[1], block[2], block[3]) = (c0, c1, c2, c3);
    }
}
