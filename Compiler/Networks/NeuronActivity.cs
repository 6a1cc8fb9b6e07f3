namespace Ganglion.Compiler.Networks;

/// <summary>How often neurons fire, so that a mapper knows which spikes are many.</summary>
/// <param name="SpikesPerTimestep">Mean spikes per timestep of every logical neuron, sources included, in the order of the populations; 0 or above, finite.</param>
public sealed record NeuronActivity(IReadOnlyList<double> SpikesPerTimestep)
{
    /// <summary>Every neuron fires once in every timestep: a mapper then counts axons.</summary>
    /// <param name="network">The network.</param>
    public static NeuronActivity Uniform(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        double[] spikes = new double[network.Populations.Sum(population => population.Count)];
        Array.Fill(spikes, 1);
        return new NeuronActivity(spikes);
    }
}
