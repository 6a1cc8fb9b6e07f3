using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>Weights as integer mantissas with a common exponent, without loss.</summary>
/// <param name="Mantissas">Mantissas, in the order of the weights.</param>
/// <param name="Unit">Their format.</param>
internal sealed record LavaDlWeights(double[] Mantissas, IntegerWeights Unit)
{
    private const int LeastExponent = -8;
    private const int LargestExponent = 7;
    private const int MixedLimit = 256;
    private const int SignedLimit = 255;

    /// <summary>The format with the smallest exponent that holds all of them; <see langword="null"/> when there is none, which was reported.</summary>
    public static LavaDlWeights? Of(LavaDlLayer layer, string dataset, ImportReport report)
    {
        Hdf5Array weights = layer.Numbers[dataset];
        bool negative = Array.Exists(weights.Values, w => w < 0);
        bool positive = Array.Exists(weights.Values, w => w > 0);
        SignMode sign = negative && positive ? SignMode.Mixed : negative ? SignMode.Inhibitory : SignMode.Excitatory;

        // The plain one first, so that mantissas are the numbers of the file wherever they can be.
        foreach (int exponent in Enumerable.Range(0, LargestExponent + 1).Concat(Enumerable.Range(1, -LeastExponent).Select(e => -e)))
        {
            if (Array.TrueForAll(weights.Values, w => Holds(Math.ScaleB(w, -exponent), sign)))
            {
                double[] mantissas = exponent == 0 ? weights.Values : Array.ConvertAll(weights.Values, w => Math.ScaleB(w, -exponent));
                return new LavaDlWeights(mantissas, new IntegerWeights(Exponent: exponent, Sign: sign));
            }
        }

        report.Add(
            LavaDlDiagnostics.InexactWeights,
            layer.PathOf(dataset),
            $"{weights.Values.Length:N0} weights from {weights.Values.Min()} to {weights.Values.Max()}",
            "integers that 8 bits and one exponent hold",
            "export the network with quantised weights");
        return null;
    }

    private static bool Holds(double mantissa, SignMode sign) => sign == SignMode.Mixed
        ? mantissa / 2 == Math.Truncate(mantissa / 2) && mantissa is >= -MixedLimit and < MixedLimit
        : mantissa == Math.Truncate(mantissa) && Math.Abs(mantissa) <= SignedLimit;
}
