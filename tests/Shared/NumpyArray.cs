namespace Ganglion.Tests.Shared;

/// <summary>An array in row-major order.</summary>
internal sealed record NumpyArray(int[] Shape, double[] Values)
{
    /// <summary>The elements under an index of the first dimension.</summary>
    public ReadOnlySpan<double> Row(int index)
    {
        int length = Values.Length / Shape[0];
        return Values.AsSpan(index * length, length);
    }
}
