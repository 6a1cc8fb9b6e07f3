namespace Ganglion.Cores.Loihi2.Lanes;

/// <summary>64-bit signed integers of neighbouring compartments, one or several at a time.</summary>
/// <typeparam name="TSelf">The lanes themselves, a struct, so that the JIT compiles one soma loop per kind.</typeparam>
/// <remarks>
/// A neuron model is written once, on lanes of any kind. Arithmetic wraps at 64 bits. A mask is −1 where something holds, and 0 elsewhere.
/// </remarks>
public interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Compartments that are updated at a time; divides 8.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    /// <param name="value">The number.</param>
    static abstract TSelf Of(long value);

    /// <summary>Reads neighbouring entries of a column.</summary>
    /// <param name="column">Column of a compartment table, or accumulators; at least <paramref name="first"/> + <see cref="Count"/> long.</param>
    /// <param name="first">First entry.</param>
    static abstract TSelf Load(ReadOnlySpan<int> column, int first);

    /// <summary>Stores the lower 32 bits of every lane.</summary>
    /// <param name="column">Column of a compartment table.</param>
    /// <param name="first">First entry.</param>
    void Store(Span<int> column, int first);

    /// <summary>Bit i is set where lane i differs from zero.</summary>
    uint NonZero();

    /// <summary>Sum.</summary>
    /// <param name="a">First summand.</param>
    /// <param name="b">Second summand.</param>
    static abstract TSelf operator +(TSelf a, TSelf b);

    /// <summary>Difference.</summary>
    /// <param name="a">Minuend.</param>
    /// <param name="b">Subtrahend.</param>
    static abstract TSelf operator -(TSelf a, TSelf b);

    /// <summary>Product.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>Bits that both have.</summary>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    static abstract TSelf operator &(TSelf a, TSelf b);

    /// <summary>Bits that either has.</summary>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    static abstract TSelf operator |(TSelf a, TSelf b);

    /// <summary>Bits in which they differ.</summary>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>Left shift by numbers of their own, 0 to 63.</summary>
    /// <param name="value">What is shifted.</param>
    /// <param name="bits">Bits of every lane.</param>
    static abstract TSelf operator <<(TSelf value, TSelf bits);

    /// <summary>Arithmetic right shift by numbers of their own, 0 to 63.</summary>
    /// <param name="value">What is shifted.</param>
    /// <param name="bits">Bits of every lane.</param>
    static abstract TSelf operator >>(TSelf value, TSelf bits);

    /// <summary>Product of the lower 32 bits, signed.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    static abstract TSelf MultiplyRegisters(TSelf a, TSelf b);

    /// <summary>Lower 32 bits with their sign, as a register keeps them.</summary>
    /// <param name="value">The value.</param>
    static abstract TSelf Wrap(TSelf value);

    /// <summary>Larger of two.</summary>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>Smaller of two.</summary>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>Magnitude; that of −2^63 is itself.</summary>
    /// <param name="value">The value.</param>
    static abstract TSelf Abs(TSelf value);

    /// <summary>Mask of the lanes in which a is above b.</summary>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    static abstract TSelf Above(TSelf a, TSelf b);

    /// <summary>Mask of the lanes that are zero.</summary>
    /// <param name="value">The value.</param>
    static abstract TSelf IsZero(TSelf value);

    /// <summary>One of two by a mask.</summary>
    /// <param name="mask">A mask.</param>
    /// <param name="then">Taken where it is −1.</param>
    /// <param name="otherwise">Taken where it is 0.</param>
    static abstract TSelf Select(TSelf mask, TSelf then, TSelf otherwise);

    /// <summary>A function of every lane; for what has no vector instructions.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="function">The function.</param>
    static abstract TSelf Map(TSelf value, Func<long, long> function);
}
