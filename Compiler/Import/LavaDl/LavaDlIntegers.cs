using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>Integer datasets of a layer, checked.</summary>
internal static class LavaDlIntegers
{
    /// <summary>Whole numbers within a range; the default when the dataset is absent, <see langword="null"/> when it was reported.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="dataset">Name of the dataset.</param>
    /// <param name="missing">What holds when there is none; <see langword="null"/> when there must be one.</param>
    /// <param name="least">Smallest allowed value.</param>
    /// <param name="most">Largest allowed value.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static int[]? Read(LavaDlLayer layer, string dataset, int? missing, int least, int most, ImportReport report)
    {
        if (!layer.Numbers.TryGetValue(dataset, out Hdf5Array? array))
        {
            if (missing is null)
            {
                report.Add(LavaDlDiagnostics.BadParameter, layer.PathOf(dataset), "no such dataset", $"whole numbers from {least} to {most}");
            }

            return missing is { } value ? [value] : null;
        }

        if (array.Values.Length == 0 || Array.Exists(array.Values, IsWrong))
        {
            string found = array.Values.Length == 0 ? "no values" : $"{Array.Find(array.Values, IsWrong)}";
            report.Add(LavaDlDiagnostics.BadParameter, layer.PathOf(dataset), found, $"whole numbers from {least} to {most}");
            return null;
        }

        bool IsWrong(double value) => value != Math.Truncate(value) || value < least || value > most;
        return Array.ConvertAll(array.Values, v => (int)v);
    }

    /// <summary>The same, spread over the neurons of a layer: one value for all, one per channel, or one per neuron.</summary>
    public static int[]? PerNeuron(LavaDlLayer layer, string dataset, int? missing, int least, int most, int[] shape, ImportReport report)
    {
        if (Read(layer, dataset, missing, least, most, report) is not { } values)
        {
            return null;
        }

        int count = shape.Aggregate(1, (product, extent) => product * extent);
        if (values.Length == 1 || values.Length == count)
        {
            return values;
        }

        if (values.Length == shape[0])
        {
            int perChannel = count / shape[0];
            return [.. Enumerable.Range(0, count).Select(n => values[n / perChannel])];
        }

        report.Add(LavaDlDiagnostics.BadParameter, layer.PathOf(dataset), $"{values.Length} values", $"1, one for each of {shape[0]} channels, or one for each of {count} neurons");
        return null;
    }
}
