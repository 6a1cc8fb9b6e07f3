namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>An axon that a population needs in every core that holds some of its targets.</summary>
/// <param name="Afferent">Index of the synapses that it carries.</param>
/// <param name="Digit">Which of the axons of these synapses it is, from 0.</param>
/// <param name="Type">Its type; <see langword="null"/> where the fit of the weights decides.</param>
/// <param name="Targets">Neurons of the target population that it can reach.</param>
internal sealed record PlannedAxon(int Afferent, int Digit, int? Type, int[] Targets);
