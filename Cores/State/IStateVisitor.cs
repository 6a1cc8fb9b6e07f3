using System.Numerics;

namespace Ganglion.Cores.State;

/// <summary>Is shown all that outlives a timestep, array by array: to note it, or to put back what was noted.</summary>
/// <remarks>
/// What has state shows it by one method for both directions, always in the same order; so nothing can be noted that is not put back. It
/// gives the range that it can go on from. An array with an element outside is refused and left as it is.
/// </remarks>
public interface IStateVisitor
{
    /// <summary>Whether arrays are put back, rather than noted.</summary>
    bool IsRestoring { get; }

    /// <summary>Notes or fills an array whose length the image gives.</summary>
    /// <param name="name">Name, as messages give it.</param>
    /// <param name="values">The array.</param>
    /// <param name="least">Smallest value that an element can have.</param>
    /// <param name="most">Largest value that an element can have.</param>
    /// <typeparam name="T">Type of an element.</typeparam>
    void Visit<T>(string name, Span<T> values, T least, T most)
        where T : unmanaged, IBinaryInteger<T>;

    /// <summary>Notes or fills a list of any length.</summary>
    /// <param name="name">Name, as messages give it.</param>
    /// <param name="values">The list; what is in it is replaced.</param>
    /// <param name="least">Smallest value that an element can have.</param>
    /// <param name="most">Largest value that an element can have.</param>
    /// <typeparam name="T">Type of an element.</typeparam>
    void Visit<T>(string name, List<T> values, T least, T most)
        where T : unmanaged, IBinaryInteger<T>;
}
