using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>How far every population runs behind the network, or ahead of it.</summary>
/// <remarks>
/// On the chip a spike of a source takes one timestep, and a spike of a neuron none: what it causes happens in the same timestep. A
/// population that runs L(p) timesteps late thus turns a delay D from p to q into D + L(q) − L(p), which has to be exactly 1 or 0. Where
/// no such L exists, spikes act earlier than the network says, which is reported. Between neurons in registers a delay says nothing.
/// </remarks>
internal static class OdinTiming
{
    public static PipelineDepth Find(Network network, int[] sourceOf, int[] targetOf, SynapseStatistics[] statistics, DiagnosticBag diagnostics)
    {
        int?[] late = [.. network.Populations.Select(population => population is SourcePopulation ? 0 : (int?)null)];
        int[] none = new int[statistics.Length];
        int[] timed = [.. Enumerable.Range(0, statistics.Length).Where(IsTimed)];
        int[] varied = [.. timed.Where(p => statistics[p].MinimumDelay != statistics[p].MaximumDelay)];
        while (Spread() || Begin())
        {
        }

        int[] wrong = [.. timed.Where(p => late[targetOf[p]] != late[sourceOf[p]] + Gain(p)).Union(varied).Order()];
        if (wrong.Length > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.SpikesActAtOnce, "network",
                $"delays that the chip cannot keep in {string.Join(", ", wrong.Select(p => $"'{network.Projections[p].Name}'"))}",
                "spikes of sources act in the next timestep, spikes of neurons in the same one", "delay 0 between neurons, outside of loops");
            return new PipelineDepth(new int[late.Length], none);
        }

        return new PipelineDepth([.. late.Select(timesteps => timesteps ?? 0)], none);

        bool IsTimed(int p) => statistics[p].Synapses > 0
            && !(network.Populations[sourceOf[p]] is NeuronPopulation && network.Populations[targetOf[p]] is NeuronPopulation { Neurons: OdinNeurons });

        int Gain(int p) => (network.Populations[sourceOf[p]] is SourcePopulation ? 1 : 0) - statistics[p].MinimumDelay;

        bool Spread()
        {
            bool changed = false;
            foreach (int p in timed)
            {
                changed |= Set(targetOf[p], late[sourceOf[p]] + Gain(p)) | Set(sourceOf[p], late[targetOf[p]] - Gain(p));
            }

            return changed;
        }

        bool Set(int population, int? timesteps)
        {
            bool isNew = late[population] is null && timesteps is not null;
            late[population] ??= timesteps;
            return isNew;
        }

        // Populations that no source reaches keep time among themselves.
        bool Begin() => Array.FindIndex(late, timesteps => timesteps is null) is >= 0 and var next && Set(next, 0);
    }
}
