using Ganglion.Emulator.Devices.Ports;

namespace Ganglion.Emulator.Replay;

/// <summary>Spikes that a port admitted in a timestep.</summary>
/// <param name="Timestep">The timestep.</param>
/// <param name="Port">Number of the port.</param>
/// <param name="Sequence">Number of spikes that the port admitted before.</param>
/// <param name="Spikes">The spikes, in their order.</param>
internal sealed record RecordedInput(long Timestep, int Port, long Sequence, PortSpike[] Spikes);
