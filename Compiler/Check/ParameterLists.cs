using Ganglion.Compiler.Diagnostics;

namespace Ganglion.Compiler.Check;

/// <summary>Reads and checks parameters that hold one value for all neurons or one per neuron.</summary>
internal static class ParameterLists
{
    /// <summary>The value of one neuron.</summary>
    public static T At<T>(this IReadOnlyList<T> values, int neuron) => values.Count == 1 ? values[0] : values[neuron];

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
