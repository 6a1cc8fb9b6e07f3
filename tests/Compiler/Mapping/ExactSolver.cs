using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Google.OrTools.Sat;

namespace Ganglion.Compiler.Tests.Mapping;

/// <summary>The best of all mappings, proved by a constraint solver that knows nothing of the mapper.</summary>
internal static class ExactSolver
{
    // Costs are counted in twentieths of a hop, so that the price of a message is whole.
    private const int Scale = 20;

    /// <summary>The least cost; <see langword="null"/> where it was not proved in time.</summary>
    public static double? Least(MapperProblem problem, double seconds)
    {
        SpikeGraph graph = problem.Graph;
        CpModel model = new();
        BoolVar[][] on = [.. Enumerable.Range(0, graph.Vertices).Select(v => Enumerable.Range(0, problem.Cores).Select(c => model.NewBoolVar($"on{v},{c}")).ToArray())];
        foreach (BoolVar[] vertex in on)
        {
            model.AddExactlyOne(vertex);
        }

        for (int core = 0; core < problem.Cores; core++)
        {
            model.Add(LinearExpr.Sum(on.Select(vertex => vertex[core])) <= problem.Compartments);
        }

        Dictionary<(int X, int Y, int Direction), LinearExprBuilder> links = [];
        LinearExprBuilder cost = LinearExpr.NewBuilder();
        for (int edge = 0; edge < graph.Edges; edge++)
        {
            AddEdge(problem, model, on, edge, links, cost);
        }

        IntVar peak = model.NewIntVar(0, Scale * (long)graph.Rate.Sum() * problem.Cores, "peak");
        foreach (LinearExprBuilder load in links.Values)
        {
            model.Add(load <= peak);
        }

        cost.AddTerm(peak, Scale);
        model.Minimize(cost);
        CpSolver solver = new() { StringParameters = $"max_time_in_seconds:{seconds:0.0},num_workers:2" };
        return solver.Solve(model) == CpSolverStatus.Optimal ? solver.ObjectiveValue / Scale : null;
    }

    private static void AddEdge(
        MapperProblem problem, CpModel model, BoolVar[][] on, int edge, Dictionary<(int X, int Y, int Direction), LinearExprBuilder> links, LinearExprBuilder cost)
    {
        CoreGrid grid = problem.Grid;
        long rate = (long)problem.Graph.Rate[edge];
        for (int to = 0; to < problem.Cores; to++)
        {
            BoolVar reached = model.NewBoolVar($"r{edge},{to}");
            foreach (int pin in problem.Graph.PinsOf(edge))
            {
                model.AddImplication(on[pin][to], reached);
            }

            for (int from = 0; from < problem.Cores; from++)
            {
                if (from == to)
                {
                    continue;
                }

                BoolVar sent = model.NewBoolVar($"s{edge},{from},{to}");
                model.AddBoolOr([on[problem.Graph.Source[edge]][from].Not(), reached.Not(), sent]);
                cost.AddTerm(sent, rate * ((Scale * grid.Hops(from, to)) + 1));
                foreach ((int, int, int) link in Route(grid, from, to))
                {
                    if (!links.TryGetValue(link, out LinearExprBuilder? load))
                    {
                        links.Add(link, load = LinearExpr.NewBuilder());
                    }

                    load.AddTerm(sent, rate);
                }
            }
        }
    }

    private static IEnumerable<(int X, int Y, int Direction)> Route(CoreGrid grid, int from, int to)
    {
        (int x, int y) = (grid.X[from], grid.Y[from]);
        while (x != grid.X[to])
        {
            int step = Math.Sign(grid.X[to] - x);
            yield return (x, y, step);
            x += step;
        }

        while (y != grid.Y[to])
        {
            int step = Math.Sign(grid.Y[to] - y);
            yield return (x, y, 2 * step);
            y += step;
        }
    }
}
