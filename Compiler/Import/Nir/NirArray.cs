namespace Ganglion.Compiler.Import.Nir;

/// <summary>A numeric dataset.</summary>
/// <param name="Shape">Dimensions, outermost first; empty for a single number.</param>
/// <param name="Values">Values in row-major order.</param>
internal sealed record NirArray(int[] Shape, double[] Values);
