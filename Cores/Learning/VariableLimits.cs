namespace Ganglion.Cores.Learning;

/// <summary>Limits of a synaptic variable and of its accumulator.</summary>
/// <param name="AccumulatorMinimum">Smallest accumulator.</param>
/// <param name="AccumulatorMaximum">Largest accumulator.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
internal readonly record struct VariableLimits(int AccumulatorMinimum, int AccumulatorMaximum, int Minimum, int Maximum);
