namespace Ganglion.Compiler.Tests.Mapping;

/// <summary>The best of all mappings, found by counting every one.</summary>
internal static class BruteForce
{
    public static double Least(MapperProblem problem)
    {
        int[] part = new int[problem.Graph.Vertices];
        int[] held = new int[problem.Cores];
        int[] place = [.. Enumerable.Range(0, problem.Cores)];
        double least = double.PositiveInfinity;
        Assign(0);
        return least;

        void Assign(int vertex)
        {
            if (vertex == part.Length)
            {
                least = Math.Min(least, problem.Of(part, place).Cost.Total);
                return;
            }

            for (int core = 0; core < problem.Cores; core++)
            {
                if (held[core] < problem.Compartments)
                {
                    held[core]++;
                    part[vertex] = core;
                    Assign(vertex + 1);
                    held[core]--;
                }
            }
        }
    }
}
