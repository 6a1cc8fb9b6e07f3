namespace Ganglion.Server.Options;

/// <summary>What is spoken on a port.</summary>
public enum PortProtocol
{
    /// <summary>Words of 32 bits over UDP, as the SPIF board takes and sends them.</summary>
    Spif,

    /// <summary>EIEIO packets over UDP, as SpiNNaker takes and sends them.</summary>
    Eieio,

    /// <summary>Renode's external control over TCP: time, and no spikes.</summary>
    Renode,
}
