namespace Ganglion.ChipSpec.Arithmetic;

/// <summary>From a stored weight mantissa to what one spike adds to the dendrite accumulator, on Loihi-class chips.</summary>
/// <remarks>
/// <code>
/// dropped      = 8 − bits + (mixed ? 1 : 0)
/// truncated    = mantissa with its lowest dropped bits cleared
/// contribution = exponent ≥ 0 ? truncated · 2^exponent : truncated » −exponent     (arithmetic shift, rounds down)
/// </code>
/// A mixed mantissa is truncated in two's complement, towards minus infinity. The formats of one sign store a magnitude, so that theirs is
/// truncated towards zero. The compartment multiplies the wrapped 16-bit sum of contributions by 2^6.
/// Source: Davies et al. 2018, IEEE Micro 38(1); the rounding follows the bit-accurate models of Intel's open-source Lava framework.
/// </remarks>
public static class LoihiWeight
{
    /// <summary>Contribution of one synapse, −32,768 to 32,640.</summary>
    /// <param name="mantissa">−256 to 255; what the format cannot hold is truncated.</param>
    /// <param name="bits">Stored bits, 0 to 8.</param>
    /// <param name="exponent">Weight exponent, −8 to 7.</param>
    /// <param name="mixed">Whether the format holds weights of both signs.</param>
    public static short Contribution(int mantissa, int bits, int exponent, bool mixed)
    {
        int truncated = Truncate(mantissa, bits, mixed);
        return (short)(exponent >= 0 ? truncated << exponent : truncated >> -exponent);
    }

    /// <summary>The mantissa that a format really holds.</summary>
    /// <param name="mantissa">−256 to 255.</param>
    /// <param name="bits">Stored bits, 0 to 8.</param>
    /// <param name="mixed">Whether the format holds weights of both signs.</param>
    public static int Truncate(int mantissa, int bits, bool mixed)
    {
        int dropped = DroppedBits(bits, mixed);
        return mixed || mantissa >= 0 ? (mantissa >> dropped) << dropped : -((-mantissa >> dropped) << dropped);
    }

    /// <summary>Lowest bits of a mantissa that a format does not hold, 0 to 9.</summary>
    /// <param name="bits">Stored bits, 0 to 8.</param>
    /// <param name="mixed">Whether the format holds weights of both signs.</param>
    public static int DroppedBits(int bits, bool mixed) => 8 - bits + (mixed ? 1 : 0);
}
