namespace Ganglion.CommandLine.Learning;

/// <summary>A point of a learning window.</summary>
/// <param name="Difference">Timesteps from the source's spike to the target's, or to the error; for SDSP the target's potential above its learning potential.</param>
/// <param name="Change">Mean change of the weight.</param>
/// <param name="Deviation">Standard deviation of the change of a single synapse, from random rounding.</param>
internal sealed record WindowPoint(int Difference, double Change, double Deviation);
