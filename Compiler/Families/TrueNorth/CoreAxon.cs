namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>An axon of one core with its type and connections.</summary>
/// <param name="Source">Logical id of the source neuron.</param>
/// <param name="Delay">Delay on the chip.</param>
/// <param name="Type">Its type.</param>
/// <param name="Targets">Logical ids of the neurons that it reaches, ascending.</param>
internal sealed record CoreAxon(int Source, int Delay, int Type, int[] Targets);
