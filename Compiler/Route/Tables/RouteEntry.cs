using System.Numerics;

namespace Ganglion.Compiler.Route.Tables;

/// <summary>One entry of a router's table: keys that equal <paramref name="Key"/> under the mask take the route.</summary>
/// <param name="Key">Key; 0 where the mask is 0.</param>
/// <param name="Mask">Bits that are compared.</param>
/// <param name="Route">Where copies go; see <see cref="Routes"/>.</param>
internal readonly record struct RouteEntry(uint Key, uint Mask, ulong Route)
{
    /// <summary>Number of bits that are not compared.</summary>
    public int Generality => BitOperations.PopCount(~Mask);

    /// <summary>Whether a key matches.</summary>
    public bool Matches(uint key) => (key & Mask) == Key;

    /// <summary>Whether any key matches both.</summary>
    public bool Intersects(RouteEntry other) => ((Key ^ other.Key) & Mask & other.Mask) == 0;

    /// <summary>Whether every key of the other matches.</summary>
    public bool Contains(RouteEntry other) => (Mask & other.Mask) == Mask && (other.Key & Mask) == Key;

    /// <summary>The smallest entry that contains both, with the route of this.</summary>
    public RouteEntry Join(RouteEntry other)
    {
        uint mask = Mask & other.Mask & ~(Key ^ other.Key);
        return new RouteEntry(Key & mask, mask, Route);
    }
}
