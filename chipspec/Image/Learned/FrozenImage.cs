using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>Makes images that no longer learn.</summary>
public static class FrozenImage
{
    /// <summary>An image whose plastic synapses keep what they have learned, and cost nothing beyond ordinary ones.</summary>
    /// <remarks>
    /// Synapses stay where they are. Spikes of third factors, which would act on learning alone, are no longer sent. The usage of the
    /// cores stays that of the network that learned. The hash of the network becomes another, made of the old one and the weights.
    /// </remarks>
    /// <param name="image">An image that <see cref="Files.ChipImageCheck"/> accepts.</param>
    /// <param name="state">What it has learned.</param>
    /// <exception cref="InvalidInputException">The state is out of range, or belongs to another network.</exception>
    public static ChipImage Of(ChipImage image, LearnedState state)
    {
        LearnedStateCheck.ThrowIfUnfit(state, image);
        CoreImage[] cores = [.. image.Cores];
        for (int i = 0; i < image.Plastic.Count; i++)
        {
            foreach (PlasticPart part in PlasticOrder.Of(image, image.Plastic[i].Projection).Parts)
            {
                CoreImage core = cores[part.Core];
                SynapseMemory memory = core.Synapses with { Words = [.. core.Synapses.Words], Dense = [.. core.Synapses.Dense] };
                PlasticContributions.Write(memory, core.Plastic[part.Plastic] with { Weights = part.Scatter(state.Projections[i].Weights) });
                cores[part.Core] = core with { Synapses = memory };
            }
        }

        HashSet<(int Core, int Axon)> silent =
        [
            .. from core in Enumerable.Range(0, cores.Length)
               from plastic in cores[core].Plastic
               from row in plastic.ThirdFactors
               select (core, row.Axon),
        ];
        return image with
        {
            NetworkHash = HashOf(state),
            Cores = [.. cores.Select(core => core with { Plastic = [], AxonsOut = Without(core.AxonsOut, silent) })],
            Sources = [.. image.Sources.Select(source => source with { AxonsOut = Without(source.AxonsOut, silent) })],
            Plastic = [],
        };
    }

    private static AxonTable Without(AxonTable axons, HashSet<(int Core, int Axon)> silent)
    {
        int entries = axons.Core.Length;
        bool[] stays = [.. Enumerable.Range(0, entries).Select(entry => !silent.Contains((axons.Core[entry], axons.Axon[entry])))];
        int[] before = new int[entries + 1];
        for (int entry = 0; entry < entries; entry++)
        {
            before[entry + 1] = before[entry] + (stays[entry] ? 1 : 0);
        }

        return before[entries] == entries ? axons : axons with
        {
            First = Array.ConvertAll(axons.First, first => before[first]),
            Core = [.. axons.Core.Where((_, entry) => stays[entry])],
            Axon = [.. axons.Axon.Where((_, entry) => stays[entry])],
            Delay = [.. axons.Delay.Where((_, entry) => stays[entry])],
        };
    }

    private static string HashOf(LearnedState state)
    {
        var hash = new XxHash128();
        hash.Append(Encoding.UTF8.GetBytes(state.NetworkHash));
        foreach (LearnedProjection projection in state.Projections)
        {
            hash.Append(MemoryMarshal.AsBytes(projection.Weights.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
