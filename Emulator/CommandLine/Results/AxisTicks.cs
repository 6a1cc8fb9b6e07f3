using System.Globalization;

namespace Ganglion.CommandLine.Results;

/// <summary>Round numbers for an axis.</summary>
internal static class AxisTicks
{
    private const int Most = 1000;

    /// <summary>A distance between whole numbers, at least 1, that divides a range into at most ten parts.</summary>
    /// <param name="range">Length of the axis, above 0.</param>
    public static double Step(double range) => Math.Max(1, Step(range, 10));

    /// <summary>A distance of 1, 2 or 5 times a power of ten that divides a range into at most a number of parts.</summary>
    /// <param name="range">Length of the axis, above 0.</param>
    /// <param name="parts">Largest number of parts, at least 1.</param>
    public static double Step(double range, int parts)
    {
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(range / parts)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (range / (factor * magnitude) <= parts)
            {
                return factor * magnitude;
            }
        }

        return 10 * magnitude;
    }

    /// <summary>Multiples of a distance that lie on an axis.</summary>
    /// <param name="low">Where the axis begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="step">The distance.</param>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        double first = Math.Ceiling(low / step);

        // Counted, since adding a step to a number that is large beside it may not change it.
        return Enumerable.Range(0, Most).Select(i => (first + i) * step).TakeWhile(tick => tick <= high);
    }

    /// <summary>A number on an axis.</summary>
    /// <param name="value">The number.</param>
    public static string Format(double value) =>
        value.ToString(Math.Abs(value) is >= 1 and < 1e12 ? "#,0.###" : "G4", CultureInfo.InvariantCulture);
}
