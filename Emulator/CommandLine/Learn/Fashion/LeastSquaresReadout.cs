using MathNet.Numerics.LinearAlgebra;

namespace Ganglion.CommandLine.Learn.Fashion;

/// <summary>The linear readout of spike counts that is best in the sense of least squares, with a ridge; in floating point.</summary>
/// <param name="features">Features.</param>
/// <param name="classes">Classes.</param>
internal sealed class LeastSquaresReadout(int features, int classes)
{
    private const double Ridge = 100;

    private readonly Matrix<double> _products = Matrix<double>.Build.DenseDiagonal(features + 1, Ridge);
    private readonly Matrix<double> _targets = Matrix<double>.Build.Dense(features + 1, classes);
    private Matrix<double>? _weights;

    /// <summary>Adds an image to what is fitted.</summary>
    /// <param name="counts">Spikes of each feature.</param>
    /// <param name="label">Class of the image.</param>
    public void Add(ReadOnlySpan<int> counts, int label)
    {
        _weights = null;
        int[] values = [.. counts, 1];
        int[] active = [.. Enumerable.Range(0, values.Length).Where(feature => values[feature] != 0)];
        foreach (int row in active)
        {
            _targets[row, label] += values[row];
            foreach (int column in active)
            {
                _products[row, column] += values[row] * values[column];
            }
        }
    }

    /// <summary>Reads an image.</summary>
    /// <param name="counts">Spikes of each feature.</param>
    /// <returns>The class with the largest value.</returns>
    public int Answer(ReadOnlySpan<int> counts)
    {
        _weights ??= _products.Cholesky().Solve(_targets);
        return _weights.LeftMultiply(Vector<double>.Build.DenseOfEnumerable(counts.ToArray().Append(1).Select(count => (double)count))).MaximumIndex();
    }
}
