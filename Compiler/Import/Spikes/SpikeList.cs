using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Spikes;

/// <summary>Makes spike lists from spikes in any order.</summary>
internal static class SpikeList
{
    /// <summary>Sorts by timestep and neuron; repeated spikes stay.</summary>
    public static ListSource Sort(List<(long Timestep, int Neuron)> spikes)
    {
        spikes.Sort();
        return new ListSource(spikes.ConvertAll(spike => spike.Timestep), spikes.ConvertAll(spike => spike.Neuron));
    }
}
