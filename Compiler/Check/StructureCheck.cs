using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether names, shapes and connectivities of a network agree with each other.</summary>
internal static class StructureCheck
{
    public static void Check(Network network, DiagnosticBag diagnostics)
    {
        ReportRepeated(network.Populations.Select(p => p.Name), "population", diagnostics);
        ReportRepeated(network.Projections.Select(p => p.Name), "projection", diagnostics);
        Dictionary<string, Population> populations = [];
        long neurons = 0;
        foreach (Population population in network.Populations)
        {
            populations.TryAdd(population.Name, population);
            neurons = Math.Min(int.MaxValue + 1L, neurons + CheckShape(population, diagnostics));
        }

        if (network.Projections.Count > ushort.MaxValue)
        {
            diagnostics.Report(
                CompilerDiagnostics.NetworkTooLarge, "network", $"{network.Projections.Count:N0} projections", $"at most {ushort.MaxValue:N0}",
                "fewer, larger projections");
        }

        if (neurons > int.MaxValue)
        {
            diagnostics.Report(
                CompilerDiagnostics.NetworkTooLarge, "network", "more than 2,147,483,647 neurons", "at most 2,147,483,647",
                "fewer neurons");
            return;
        }

        foreach (Projection projection in network.Projections)
        {
            CheckEnds(projection, populations, diagnostics);
        }
    }

    /// <summary>The number of neurons, or 0 where the shape is not usable.</summary>
    private static long CheckShape(Population population, DiagnosticBag diagnostics)
    {
        string path = $"population '{population.Name}'";
        string shape = string.Join("×", population.Shape);
        if (population.Shape.Any(extent => extent < 1))
        {
            diagnostics.Report(CompilerDiagnostics.InvalidNetwork, path, $"shape {shape}", "extents of 1 and above");
            return 0;
        }

        double count = population.Shape.Aggregate(1.0, (product, extent) => product * extent);
        if (count > int.MaxValue)
        {
            diagnostics.Report(CompilerDiagnostics.NetworkTooLarge, path, $"shape {shape}", "at most 2,147,483,647 neurons");
            return 0;
        }

        return (long)count;
    }

    private static void CheckEnds(Projection projection, Dictionary<string, Population> populations, DiagnosticBag diagnostics)
    {
        string path = $"projection '{projection.Name}'";
        bool hasSource = populations.TryGetValue(projection.Source, out Population? source);
        bool hasTarget = populations.TryGetValue(projection.Target, out Population? target);
        if (!hasSource)
        {
            diagnostics.Report(CompilerDiagnostics.InvalidNetwork, path, $"source population '{projection.Source}' does not exist");
        }

        if (!hasTarget)
        {
            diagnostics.Report(CompilerDiagnostics.InvalidNetwork, path, $"target population '{projection.Target}' does not exist");
        }
        else if (target is SourcePopulation)
        {
            diagnostics.Report(
                CompilerDiagnostics.InvalidNetwork, path, $"it ends at '{projection.Target}', which is a spike source", "a population of neurons");
        }

        if (hasSource && hasTarget)
        {
            foreach (string problem in projection.Connectivity.Validate(source!.Shape, target!.Shape))
            {
                diagnostics.Report(CompilerDiagnostics.InvalidConnectivity, path, problem);
            }
        }
    }

    private static void ReportRepeated(IEnumerable<string> names, string kind, DiagnosticBag diagnostics)
    {
        foreach (IGrouping<string, string> repeated in names.GroupBy(n => n).Where(g => g.Count() > 1))
        {
            diagnostics.Report(
                CompilerDiagnostics.InvalidNetwork, $"{kind} '{repeated.Key}'", $"{repeated.Count()} of this name", "unique names",
                "rename the others");
        }
    }
}
