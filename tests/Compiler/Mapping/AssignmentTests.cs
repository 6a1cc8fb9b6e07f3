using CsCheck;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Tests.Mapping;

public sealed class AssignmentTests
{
    private const int Parts = 5;

    [Fact]
    public void Moves_leave_what_a_fresh_count_finds() => Gen.Select(Gen.ULong, Gen.Select(Gen.Int[0, 29], Gen.Int[0, Parts - 1]).Array[1, 40]).Sample((seed, moves) =>
    {
        MapperProblem problem = new(RandomGraphs.Create(30, 4, seed, outside: 6), Parts, 1, 30);
        Assignment moved = problem.Assign([.. Enumerable.Range(0, 30).Select(v => v % Parts)]);
        foreach ((int vertex, int part) in moves)
        {
            moved.Move(vertex, part);
        }

        Assignment fresh = problem.Assign(moved.Part);
        Assert.Equal(fresh.Size, moved.Size);
        Assert.Equal(fresh.In, moved.In);
        Assert.Equal(fresh.Out, moved.Out);
        PartDistance distance = new([0, 1, 2, 3, 4], new int[Parts], 0.5);
        Assert.Equal(distance.Cost(fresh), distance.Cost(moved), 9);
    });

    [Fact]
    public void The_price_of_a_move_is_the_difference_that_it_makes() => Gen.Select(Gen.ULong, Gen.Int[0, 29]).Sample((seed, vertex) =>
    {
        MapperProblem problem = new(RandomGraphs.Create(30, 4, seed, outside: 6), Parts, 1, 30);
        Assignment assignment = problem.Assign([.. Enumerable.Range(0, 30).Select(v => (v * 7) % Parts)]);
        PartDistance distance = new([0, 3, 1, 4, 2], [2, 0, 1, 0, 3], 0.5);
        MoveEvaluator evaluator = new(assignment, distance);
        int home = assignment.Part[vertex];
        evaluator.Evaluate(vertex);
        double[] priced = [.. Enumerable.Range(0, Parts).Select(part => evaluator.CostIn(part) - evaluator.CostIn(home))];
        double before = distance.Cost(assignment);
        for (int part = 0; part < Parts; part++)
        {
            assignment.Move(vertex, part);
            Assert.Equal(distance.Cost(assignment) - before, priced[part], 9);
            assignment.Move(vertex, home);
        }
    });

    [Fact]
    public void A_contracted_graph_costs_and_loads_what_its_clusters_do() => Gen.Select(Gen.ULong, Gen.Int[0, 9].Array[30], Gen.Int[0, Parts - 1].Array[10]).Sample((seed, cluster, part) =>
    {
        int[] numbers = [.. cluster.Distinct()];
        int[] numbered = [.. cluster.Select(c => Array.IndexOf(numbers, c))];
        SpikeGraph fine = RandomGraphs.Create(30, 4, seed, outside: 6);
        SpikeGraph coarse = GraphContraction.Contract(fine, numbered);
        PartLimits limits = new([30], long.MaxValue, long.MaxValue, long.MaxValue, 0);
        Assignment small = new(coarse, limits, Parts, part.AsSpan(0, coarse.Vertices));
        Assignment large = new(fine, limits, Parts, [.. numbered.Select(c => part[c])]);
        PartDistance distance = new([0, 3, 1, 4, 2], new int[Parts], 0.5);

        Assert.Equal(distance.Cost(large), distance.Cost(small), 9);
        Assert.Equal(large.Size, small.Size);
        Assert.Equal(large.In.Sum() <= small.In.Sum(), large.Out.Sum() <= small.Out.Sum());
        Assert.All(Enumerable.Range(0, Parts), p => Assert.InRange(small.In[p], large.In[p], long.MaxValue));
    });
}
