namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>A numeric dataset.</summary>
/// <param name="Shape">Dimensions, outermost first; empty for a single number.</param>
/// <param name="Values">Values in row-major order.</param>
internal sealed record Hdf5Array(int[] Shape, double[] Values);
