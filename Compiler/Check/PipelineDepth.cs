using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>How far every population runs behind the network, because a spike takes at least one timestep on a chip.</summary>
/// <remarks>
/// A population p that runs L(p) timesteps late turns a delay D from p to q into D + L(q) − L(p). The smallest L ≥ 0 that makes all
/// delays at least 1 is a longest path, found by relaxation. Where all L exist, the chip computes the network exactly, only later;
/// a loop whose delays sum to less than its number of projections has none, and delays of 0 then simply become 1.
/// </remarks>
/// <param name="OfPopulation">L of every population.</param>
/// <param name="DelayShift">What every projection's delays gain: L of its target minus L of its source.</param>
internal sealed record PipelineDepth(int[] OfPopulation, int[] DelayShift)
{
    public static PipelineDepth Find(
        Network network, int[] sourceOf, int[] targetOf, SynapseStatistics[] statistics, DiagnosticBag diagnostics)
    {
        int populations = network.Populations.Count;
        int[] used = [.. Enumerable.Range(0, statistics.Length).Where(p => statistics[p].Synapses > 0)];
        if (FindLongestPaths() is { } depth)
        {
            return new PipelineDepth(depth, [.. statistics.Select((_, p) => depth[targetOf[p]] - depth[sourceOf[p]])]);
        }

        diagnostics.Report(
            CompilerDiagnostics.SlowerLoop, "network",
            $"a loop with fewer timesteps than projections; delays of 0 become 1 in {Names(used.Where(p => statistics[p].MinimumDelay == 0))}",
            "as many timesteps as projections around a loop", "longer delays");
        return new PipelineDepth(new int[populations], new int[statistics.Length]);

        string Names(IEnumerable<int> projections) => string.Join(", ", projections.Select(p => $"'{network.Projections[p].Name}'"));

        int[]? FindLongestPaths()
        {
            int[] longest = new int[populations];
            for (int round = 0; round <= populations; round++)
            {
                bool changed = false;
                foreach (int p in used)
                {
                    int reached = longest[sourceOf[p]] + 1 - statistics[p].MinimumDelay;
                    if (reached > longest[targetOf[p]])
                    {
                        longest[targetOf[p]] = reached;
                        changed = true;
                    }
                }

                if (!changed)
                {
                    return longest;
                }
            }

            return null;
        }
    }
}
