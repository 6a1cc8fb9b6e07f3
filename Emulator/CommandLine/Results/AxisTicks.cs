namespace Ganglion.CommandLine.Results;

/// <summary>Round numbers for an axis.</summary>
internal static class AxisTicks
{
    /// <summary>A distance of 1, 2 or 5 times a power of ten, at least 1, that divides a range into at most ten parts.</summary>
    /// <param name="range">Length of the axis.</param>
    public static double Step(double range)
    {
        double magnitude = 1;
        while (true)
        {
            foreach (double step in (ReadOnlySpan<double>)[magnitude, 2 * magnitude, 5 * magnitude])
            {
                if (range / step <= 10)
                {
                    return step;
                }
            }

            magnitude *= 10;
        }
    }
}
