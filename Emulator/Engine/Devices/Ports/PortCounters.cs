namespace Ganglion.Emulator.Devices.Ports;

/// <summary>What has passed through a port so far.</summary>
/// <param name="Received">Spikes that arrived with a valid key, dropped ones included.</param>
/// <param name="Admitted">Spikes that fired a source.</param>
/// <param name="Sent">Spikes handed to those who listen.</param>
/// <param name="WrongKeys">Events whose key belongs to no neuron of the port.</param>
/// <param name="Malformed">Packets that could not be read.</param>
/// <param name="Late">Spikes for a timestep that had passed; they are dropped.</param>
/// <param name="Overflow">Spikes dropped because the port was full.</param>
/// <param name="Waiting">Spikes that wait now.</param>
public readonly record struct PortCounters(long Received, long Admitted, long Sent, long WrongKeys, long Malformed, long Late, long Overflow, int Waiting);
