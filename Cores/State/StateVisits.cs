using System.Numerics;

namespace Ganglion.Cores.State;

/// <summary>Shows a visitor what is no array of its own.</summary>
public static class StateVisits
{
    /// <summary>Shows an array whose elements can have any value.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="name">Name, as messages give it.</param>
    /// <param name="values">The array.</param>
    /// <typeparam name="T">Type of an element.</typeparam>
    public static void Visit<T>(this IStateVisitor visitor, string name, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => visitor.Visit(name, values, T.MinValue, T.MaxValue);

    /// <summary>Shows a number.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="name">Name, as messages give it.</param>
    /// <param name="value">The number.</param>
    /// <param name="least">Smallest value that it can have.</param>
    /// <param name="most">Largest value that it can have.</param>
    /// <typeparam name="T">Type of the number.</typeparam>
    /// <returns>The number that was put back; the same when it was noted.</returns>
    public static T Visit<T>(this IStateVisitor visitor, string name, T value, T least, T most)
        where T : unmanaged, IBinaryInteger<T>
    {
        visitor.Visit(name, new Span<T>(ref value), least, most);
        return value;
    }

    /// <summary>Shows a truth value.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="name">Name, as messages give it.</param>
    /// <param name="value">The truth value.</param>
    /// <returns>What was put back; the same when it was noted.</returns>
    public static bool Visit(this IStateVisitor visitor, string name, bool value) => visitor.Visit(name, value ? (byte)1 : (byte)0, (byte)0, (byte)1) != 0;

    /// <summary>Shows the rows of an array, without what lies between them.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="name">Name, as messages give it.</param>
    /// <param name="values">The array, from its first row.</param>
    /// <param name="stride">Elements from one row to the next.</param>
    /// <param name="length">Elements of a row.</param>
    /// <param name="least">Smallest value that an element can have.</param>
    /// <param name="most">Largest value that an element can have.</param>
    /// <typeparam name="T">Type of an element.</typeparam>
    internal static void VisitRows<T>(this IStateVisitor visitor, string name, Span<T> values, int stride, int length, T least, T most)
        where T : unmanaged, IBinaryInteger<T>
    {
        int rows = (values.Length + stride - 1) / stride;
        Span<T> together = new T[rows * length];
        for (int row = 0; row < rows; row++)
        {
            values.Slice(row * stride, length).CopyTo(together[(row * length)..]);
        }

        visitor.Visit(name, together, least, most);
        for (int row = 0; row < rows; row++)
        {
            together.Slice(row * length, length).CopyTo(values[(row * stride)..]);
        }
    }
}
