namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>The synapses of one source neuron and projection that share a delay: what one axon per digit carries.</summary>
/// <param name="Source">Logical id of the source neuron.</param>
/// <param name="Projection">Index of the projection.</param>
/// <param name="Delay">Delay on the chip, 0 for an effect in the timestep after the spike.</param>
/// <param name="Targets">Neurons of the target population.</param>
/// <param name="Weights">Weight onto each target, its gains included.</param>
internal sealed record Afferent(int Source, int Projection, int Delay, int[] Targets, double[] Weights);
