using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether the description of a spike source is usable.</summary>
internal static class SourceCheck
{
    public static void Check(SourcePopulation population, string path, DiagnosticBag diagnostics)
    {
        switch (population.Source)
        {
            case ListSource list:
                CheckList(list, population.Count, path, diagnostics);
                break;
            case PoissonSource poisson:
                if (poisson.Probability.Count != 1 && poisson.Probability.Count != population.Count)
                {
                    ParameterLists.ReportLength("probability", poisson.Probability.Count, population.Count, path, diagnostics);
                }

                if (poisson.Probability.Any(p => !(p is >= 0 and <= 1)))
                {
                    diagnostics.Report(
                        CompilerDiagnostics.InvalidParameter, path, $"probability {poisson.Probability.First(p => !(p is >= 0 and <= 1))}", "0 to 1");
                }

                break;
        }
    }

    private static void CheckList(ListSource list, int count, string path, DiagnosticBag diagnostics)
    {
        if (list.Timesteps.Count != list.Neurons.Count)
        {
            diagnostics.Report(
                CompilerDiagnostics.InvalidParameter, path, $"{list.Timesteps.Count} timesteps for {list.Neurons.Count} neurons in a spike list",
                "one timestep per neuron");
            return;
        }

        for (int i = 0; i < list.Timesteps.Count; i++)
        {
            if (list.Timesteps[i] < 0 || list.Neurons[i] < 0 || list.Neurons[i] >= count)
            {
                diagnostics.Report(
                    CompilerDiagnostics.InvalidParameter, path, $"spike {i}: neuron {list.Neurons[i]} in timestep {list.Timesteps[i]}",
                    $"neurons 0 to {count - 1}, timesteps 0 and above");
                return;
            }

            if (i > 0 && (list.Timesteps[i], list.Neurons[i]).CompareTo((list.Timesteps[i - 1], list.Neurons[i - 1])) < 0)
            {
                diagnostics.Report(
                    CompilerDiagnostics.InvalidParameter, path, $"spike {i} stands after a later one",
                    "spikes ascending by timestep, then by neuron", "sort the list");
                return;
            }
        }
    }
}
