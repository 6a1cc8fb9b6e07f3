using Ganglion.Compiler.Diagnostics;

namespace Ganglion.Compiler.Check;

/// <summary>Reads and checks parameters that hold one value for all neurons or one per neuron.</summary>
internal static class ParameterLists
{
    /// <summary>The value of one neuron.</summary>
    public static T At<T>(this IReadOnlyList<T> values, int neuron) => values.Count == 1 ? values[0] : values[neuron];

    public static void CheckLength<T>(string name, IReadOnlyList<T> values, int count, string path, DiagnosticBag diagnostics)
    {
        if (values.Count != 1 && values.Count != count)
        {
            ReportLength(name, values.Count, count, path, diagnostics);
        }
    }

    public static void ReportLength(string name, int found, int count, string path, DiagnosticBag diagnostics) =>
        diagnostics.Report(
            CompilerDiagnostics.InvalidParameter, path, $"{found} values of {name} for {count} neurons", $"1 or {count} values");

    /// <summary>Reports the first of the values that is not allowed, with the number of the others.</summary>
    public static void CheckEach<T>(
        string name, IReadOnlyList<T> values, Predicate<T> isAllowed, string allowed, ChipSpec.Diagnostics.DiagnosticDescriptor descriptor,
        string path, DiagnosticBag diagnostics, string? remedy = null)
    {
        int first = -1;
        int wrong = 0;
        for (int i = 0; i < values.Count; i++)
        {
            if (!isAllowed(values[i]))
            {
                first = first < 0 ? i : first;
                wrong++;
            }
        }

        if (wrong > 0)
        {
            string where = values.Count == 1 ? "" : $" of neuron {first}";
            string others = wrong == 1 ? "" : $", and {wrong - 1} more";
            diagnostics.Report(descriptor, path, $"{name}{where} is {values[first]}{others}", allowed, remedy);
        }
    }
}
