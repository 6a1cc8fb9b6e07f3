using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Integer parameters of a node, checked.</summary>
internal static class NirIntegers
{
    /// <summary>Whole numbers within a range; <see langword="null"/> when the parameter is absent, is text, or was reported.</summary>
    /// <param name="node">The node.</param>
    /// <param name="dataset">Name of the parameter.</param>
    /// <param name="count">How many there must be, a single one standing for all; 0 for any number.</param>
    /// <param name="least">Smallest allowed value.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static int[]? Read(NirNode node, string dataset, int count, int least, ImportReport report)
    {
        if (!node.Numbers.TryGetValue(dataset, out Hdf5Array? array))
        {
            return null;
        }

        double[] values = array.Values;
        if (count != 0 && values.Length != count && values.Length != 1)
        {
            report.Add(NirDiagnostics.BadParameter, node.PathOf(dataset), $"{values.Length} values", $"1 or {count} values");
            return null;
        }

        foreach (double value in values)
        {
            if (value < least || value > int.MaxValue || value != Math.Truncate(value))
            {
                report.Add(NirDiagnostics.BadParameter, node.PathOf(dataset), $"{value}", $"whole numbers from {least} to {int.MaxValue}");
                return null;
            }
        }

        return count > 1 && values.Length == 1
            ? [.. Enumerable.Repeat((int)values[0], count)]
            : Array.ConvertAll(values, v => (int)v);
    }
}
