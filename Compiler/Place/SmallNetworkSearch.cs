using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Anneals single neurons of a small network with everything that a mapping costs, the busiest link included.</summary>
/// <remarks>Every step counts the whole network again, which only a few dozen neurons allow; there it comes near the optimum.</remarks>
internal sealed class SmallNetworkSearch(CoreGrid grid, MappingWork work, MappingDraws draws)
{
    /// <summary>Neurons up to which the search pays.</summary>
    public const int MostVertices = 64;

    private const double FirstTemperature = 0.1;
    private const double LastTemperature = 0.002;

    /// <summary>Improves a mapping.</summary>
    /// <param name="mapping">A mapping that fits.</param>
    /// <param name="assignment">Its assignment, which is changed.</param>
    public Mapping Improve(Mapping mapping, Assignment assignment)
    {
        Mapping best = mapping;
        double now = mapping.Cost.Total;
        int steps = work.StepsPerVertex * assignment.Graph.Vertices;
        double temperature = FirstTemperature * now / Math.Sqrt(assignment.Graph.Vertices);
        double cooling = Math.Pow(LastTemperature / FirstTemperature, 1.0 / Math.Max(1, steps));
        for (int step = 0; step < steps && !work.IsOver; step++, temperature *= cooling)
        {
            int vertex = draws.Below(assignment.Graph.Vertices);
            int other = draws.Below(assignment.Graph.Vertices);
            bool isExchange = draws.Below(2) == 0;
            (int home, int away) = (assignment.Part[vertex], isExchange ? assignment.Part[other] : draws.Below(assignment.Parts));
            if (home == away || !TryChange(assignment, vertex, isExchange ? other : -1, home, away))
            {
                continue;
            }

            MappingCost cost = MappingCost.Of(PartTraffic.Of(assignment), grid, mapping.Place);
            if (cost.Total > now && draws.Unit() >= Math.Exp((now - cost.Total) / temperature))
            {
                assignment.Move(vertex, home);
                if (isExchange)
                {
                    assignment.Move(other, away);
                }

                continue;
            }

            now = cost.Total;
            if (now < best.Cost.Total)
            {
                best = new Mapping([.. assignment.Part], mapping.Place, cost);
            }
        }

        return best;
    }

    private static bool TryChange(Assignment assignment, int vertex, int other, int home, int away)
    {
        SpikeGraph graph = assignment.Graph;
        bool mayMove = graph.Pinned[vertex] < 0 && (assignment.IsEmpty(away) || assignment.Class[away] == graph.Class[vertex]);
        if (!mayMove || (other >= 0 && graph.Pinned[other] >= 0))
        {
            return false;
        }

        if (other < 0)
        {
            return assignment.TryMove(vertex, away);
        }

        assignment.Move(vertex, away);
        assignment.Move(other, home);
        if (!assignment.IsOverfull(home) && !assignment.IsOverfull(away) && assignment.SourcesFit(vertex) && assignment.SourcesFit(other))
        {
            return true;
        }

        assignment.Move(other, away);
        assignment.Move(vertex, home);
        return false;
    }
}
