namespace Ganglion.Emulator.Encoding;

/// <summary>Spikes of a group of neurons: two lists of equal length, ascending by timestep, then by neuron.</summary>
public sealed class SpikeTrain
{
    private readonly List<long> _timesteps = [];
    private readonly List<int> _neurons = [];

    internal SpikeTrain()
    {
    }

    /// <summary>Number of spikes.</summary>
    public int Count => _timesteps.Count;

    /// <summary>Timestep of every spike.</summary>
    public IReadOnlyList<long> Timesteps => _timesteps;

    /// <summary>Neuron of every spike, from 0.</summary>
    public IReadOnlyList<int> Neurons => _neurons;

    internal void Add(long timestep, int neuron)
    {
        _timesteps.Add(timestep);
        _neurons.Add(neuron);
    }
}
