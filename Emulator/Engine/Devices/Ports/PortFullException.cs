namespace Ganglion.Emulator.Devices.Ports;

/// <summary>A port with the policy <see cref="LossPolicy.Fail"/> was full.</summary>
public sealed class PortFullException : Exception
{
    /// <summary>Describes it.</summary>
    /// <param name="port">Name of the port.</param>
    /// <param name="capacity">Spikes that it holds.</param>
    public PortFullException(string port, int capacity)
        : base($"Port '{port}' is full: {capacity:N0} spikes wait. Send less, give it a larger capacity, or choose a policy that waits or drops.")
    {
    }
}
