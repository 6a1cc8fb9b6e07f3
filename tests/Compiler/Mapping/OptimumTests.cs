namespace Ganglion.Compiler.Tests.Mapping;

/// <summary>How near mappings come to proved optima, by two ways of proof.</summary>
public sealed class OptimumTests
{
    private const double Gap = 1.05;
    private const double SecondsToProve = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mappings_of_eight_neurons_are_within_a_twentieth_of_the_best_of_all(ulong seed)
    {
        MapperProblem problem = new(RandomGraphs.Create(8, 2, seed), 2, 2, 3);
        double least = BruteForce.Least(problem);

        Assert.InRange(Best(problem), least - 1e-9, least * Gap);
    }

    [Fact]
    public void Both_proofs_agree()
    {
        MapperProblem problem = new(RandomGraphs.Create(7, 2, 5), 2, 2, 2);

        Assert.Equal(BruteForce.Least(problem), ExactSolver.Least(problem, SecondsToProve)!.Value, 6);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Mappings_of_twelve_neurons_are_within_a_twentieth_of_the_proved_optimum(ulong seed)
    {
        MapperProblem problem = new(RandomGraphs.Create(12, 2, seed), 2, 2, 4);
        double? least = ExactSolver.Least(problem, SecondsToProve);
        Assert.SkipWhen(least is null, "the exact solver proved no optimum in time on this machine");

        Assert.InRange(Best(problem), least!.Value - 1e-6, least.Value * Gap);
    }

    private static double Best(MapperProblem problem) =>
        problem.Map(new CompilerOptions { Method = MappingMethod.Multilevel, Effort = MappingEffort.Best, MappingSeed = 1 }).Cost.Total;
}
