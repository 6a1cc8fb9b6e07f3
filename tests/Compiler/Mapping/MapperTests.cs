using CsCheck;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;

namespace Ganglion.Compiler.Tests.Mapping;

public sealed class MapperTests
{
    private static readonly Gen<MapperProblem> Problems = Gen.Select(Gen.ULong, Gen.Int[20, 80], Gen.Int[1, 6]).Select(
        (seed, vertices, fanOut) => new MapperProblem(RandomGraphs.Create(vertices, fanOut, seed, outside: 5), 3, 3, (vertices / 8) + 1));

    [Fact]
    public void Multilevel_is_never_worse_than_sequential_and_fits() => Gen.Select(Problems, Gen.ULong, Gen.Enum<MappingEffort>().Where(e => e != MappingEffort.UntilEnd)).Sample(
        (problem, seed, effort) =>
        {
            Place.Mapping mapping = problem.Map(new CompilerOptions { Method = MappingMethod.Multilevel, MappingSeed = seed, Effort = effort });
            Assert.True(mapping.Cost.Total <= problem.Sequential().Cost.Total);
            Assert.Equal(problem.Of(mapping.Part, mapping.Place).Cost.Total, mapping.Cost.Total, 9);
            Assert.True(problem.Assign(mapping.Part).Fits());
            Assert.Equal(problem.Cores, mapping.Place.Distinct().Count());
        },
        iter: 40);

    [Fact]
    public void A_mapping_is_a_function_of_its_seed() => Gen.Select(Problems, Gen.ULong, Gen.Enum<MappingMethod>()).Sample(
        (problem, seed, method) =>
        {
            CompilerOptions options = new() { Method = method, MappingSeed = seed, Effort = MappingEffort.Normal };
            Place.Mapping first = problem.Map(options);
            Place.Mapping second = problem.Map(options);
            Assert.Equal(first.Part, second.Part);
            Assert.Equal(first.Place, second.Place);
        },
        iter: 20);

    [Fact]
    public void A_cancelled_search_keeps_the_best_so_far()
    {
        MapperProblem problem = new(RandomGraphs.Create(60, 4, 1), 3, 3, 8);
        using CancellationTokenSource ended = new();
        ended.Cancel();
        CompilerOptions options = new() { Method = MappingMethod.Multilevel, Effort = MappingEffort.UntilEnd, MappingEnd = ended.Token };

        Assert.Equal(problem.Sequential().Cost, problem.Map(options).Cost);
    }

    [Fact]
    public void Axon_limits_hold_for_every_method() => Gen.Select(Gen.ULong, Gen.Int[14, 40]).Sample(
        (seed, axons) =>
        {
            MapperProblem problem = new(RandomGraphs.Create(48, 3, seed), 4, 4, 6, axons);
            foreach (MappingMethod method in Enum.GetValues<MappingMethod>())
            {
                Place.Mapping mapping = problem.Map(new CompilerOptions { Method = method, MappingSeed = seed });
                Assert.True(problem.Assign(mapping.Part).Fits() || mapping.Part.SequenceEqual(problem.Sequential().Part));
            }
        },
        iter: 40);

    [Fact]
    public void Far_more_is_gained_where_there_is_structure_to_find()
    {
        // Thirty-two groups of eight that talk among themselves alone, numbered in turn: no spike need leave its core.
        SpikeGraph graph = RandomGraphs.Create(256, 4, 3);
        int[] pins = [.. Enumerable.Range(0, 256).SelectMany(v => Enumerable.Range(1, 4).Select(i => ((v + (32 * i)) % 256)))];
        int[] starts = [.. Enumerable.Range(0, 257).Select(v => 4 * v)];
        (int[] inStart, int[] incoming) = SpikeGraph.Transpose(256, starts, pins);
        SpikeGraph groups = new()
        {
            Source = graph.Source,
            Rate = graph.Rate,
            InAxons = graph.InAxons,
            OutAxons = graph.OutAxons,
            PinStart = starts,
            Pins = pins,
            InStart = inStart,
            In = incoming,
            OwnStart = graph.OwnStart,
            Size = graph.Size,
            Bits = graph.Bits,
            InsideIn = graph.InsideIn,
            InsideOut = graph.InsideOut,
            Class = graph.Class,
            Pinned = graph.Pinned,
        };
        MapperProblem problem = new(groups, 4, 4, 16);

        Assert.Equal(0, problem.Map(new CompilerOptions { Method = MappingMethod.Multilevel, Effort = MappingEffort.Normal }).Cost.Total);
    }
}
