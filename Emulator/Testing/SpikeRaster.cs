namespace Ganglion.Testing;

/// <summary>Spikes of one population: pairs of timestep and neuron, without order; a pair that stands twice is one.</summary>
public sealed class SpikeRaster
{
    private readonly SortedSet<(long Timestep, int Neuron)> _spikes;

    /// <summary>Makes a raster.</summary>
    /// <param name="spikes">Timestep, and neuron within the population, from 0.</param>
    public SpikeRaster(params IEnumerable<(long Timestep, int Neuron)> spikes) => _spikes = [.. spikes];

    /// <summary>The spikes, ascending by timestep, then by neuron.</summary>
    public IReadOnlyCollection<(long Timestep, int Neuron)> Spikes => _spikes;

    /// <summary>Number of spikes.</summary>
    public int Count => _spikes.Count;

    /// <summary>Whether a neuron fired in a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="neuron">The neuron.</param>
    public bool Contains(long timestep, int neuron) => _spikes.Contains((timestep, neuron));

    /// <summary>The spikes of some timesteps.</summary>
    /// <param name="first">First timestep.</param>
    /// <param name="last">Last timestep.</param>
    public SpikeRaster Between(long first, long last) => new(_spikes.Where(spike => spike.Timestep >= first && spike.Timestep <= last));

    /// <summary>The first spike from a timestep on; <see langword="null"/> when there is none.</summary>
    /// <param name="timestep">The timestep.</param>
    public long? FirstFrom(long timestep) => _spikes.Where(spike => spike.Timestep >= timestep).Select(spike => (long?)spike.Timestep).FirstOrDefault();
}
