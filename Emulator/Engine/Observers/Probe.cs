namespace Ganglion.Emulator.Observers;

/// <summary>A state variable of a population that is sampled while the machine runs.</summary>
/// <param name="Population">Index into the image's populations.</param>
/// <param name="FirstNeuron">Logical id of the population's first neuron.</param>
/// <param name="Count">Neurons of the population.</param>
/// <param name="Variable">Name of the state variable.</param>
/// <param name="Every">Timesteps from one sample to the next.</param>
/// <param name="Sink">Where the samples go.</param>
internal sealed record Probe(int Population, int FirstNeuron, int Count, string Variable, int Every, IProbeSink Sink)
{
    /// <summary>Whether a timestep is sampled.</summary>
    public bool Samples(long timestep) => timestep > 0 && timestep % Every == 0;
}
