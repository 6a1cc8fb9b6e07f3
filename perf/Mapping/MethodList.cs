using System.Diagnostics;
using Ganglion.Compiler;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;

namespace Ganglion.Perf.Mapping;

/// <summary>The methods by name.</summary>
internal static class MethodList
{
    public static readonly string[] Names = ["sequential", "random", "greedy", "edge-cut", "quick", "normal", "best"];

    /// <summary>Maps and measures.</summary>
    public static MappingMeasure Run(MappingCase subject, string method, ulong seed)
    {
        GC.Collect();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        Ganglion.Compiler.Place.Mapping mapping = Map(subject, method, seed);
        return MappingMeasure.Of(subject, method, mapping, Stopwatch.GetElapsedTime(begin).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static Ganglion.Compiler.Place.Mapping Map(MappingCase subject, string method, ulong seed) => method switch
    {
        "sequential" => subject.Sequential(),
        "random" => Compiled(subject, MappingMethod.Random, MappingEffort.Quick, seed),
        "greedy" => Compiled(subject, MappingMethod.Greedy, MappingEffort.Quick, seed),
        "edge-cut" => subject.EdgeCut(new MappingWork(MappingEffort.Normal, default), seed),
        "quick" => Compiled(subject, MappingMethod.Multilevel, MappingEffort.Quick, seed),
        "normal" => Compiled(subject, MappingMethod.Multilevel, MappingEffort.Normal, seed),
        "best" => Compiled(subject, MappingMethod.Multilevel, MappingEffort.Best, seed),
        _ => throw new ArgumentException($"no method '{method}'; there are {string.Join(", ", Names)}", nameof(method)),
    };

    private static Ganglion.Compiler.Place.Mapping Compiled(MappingCase subject, MappingMethod method, MappingEffort effort, ulong seed) =>
        new MethodRunner(subject.Graph, subject.Limits, subject.Grid, subject.Free, new CompilerOptions { Method = method, Effort = effort, MappingSeed = seed })
            .Run(subject.Sequential());
}
