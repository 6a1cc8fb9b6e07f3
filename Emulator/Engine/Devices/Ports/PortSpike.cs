namespace Ganglion.Emulator.Devices.Ports;

/// <summary>A spike on its way into the machine.</summary>
/// <param name="Population">Index of an external source among the image's populations.</param>
/// <param name="Neuron">Neuron of the source, from 0.</param>
/// <param name="Timestep">Timestep in which it is to fire; 0 for the next one that begins.</param>
public readonly record struct PortSpike(int Population, int Neuron, long Timestep = 0);
