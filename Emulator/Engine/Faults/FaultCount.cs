namespace Ganglion.Emulator.Faults;

/// <summary>What a fault has touched so far.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Touched">How many.</param>
/// <param name="Unit">Of what, e.g. <c>spikes lost</c>.</param>
public sealed record FaultCount(Fault Fault, long Touched, string Unit);
