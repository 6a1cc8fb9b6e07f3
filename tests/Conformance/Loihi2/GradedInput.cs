namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>What an accumulator gets in every step, from step 1.</summary>
/// <param name="Accumulator">Accumulator of the core: compartment, and half the slot's stride beyond it for the second port.</param>
/// <param name="Values">Sum of every step.</param>
internal sealed record GradedInput(int Accumulator, int[] Values);
