namespace Ganglion.Emulator.Replay;

/// <summary>Spikes that a device fired in a source in a timestep.</summary>
/// <param name="Timestep">The timestep.</param>
/// <param name="Device">Number of the device.</param>
/// <param name="Sequence">Number of spikes that the device sent before.</param>
/// <param name="Population">Index of the source among the image's populations.</param>
/// <param name="Neurons">Neurons of the source, in the order in which they fire.</param>
internal sealed record RecordedInput(long Timestep, int Device, long Sequence, int Population, int[] Neurons);
