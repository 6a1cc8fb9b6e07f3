namespace Ganglion.Protocols.Sdp;

/// <summary>A port of a core of a SpiNNaker machine.</summary>
/// <param name="X">Column of the chip.</param>
/// <param name="Y">Row of the chip.</param>
/// <param name="Core">The core of the chip, 0 to 31.</param>
/// <param name="Port">The port of the core, 0 to 7.</param>
public readonly record struct SdpAddress(byte X, byte Y, byte Core, byte Port)
{
    /// <summary>The end of a connection that lies outside the machine.</summary>
    public static SdpAddress Outside { get; } = new(0, 0, 31, 7);

    /// <summary>Port and core in one byte, the port above.</summary>
    internal byte PortAndCore => (byte)((Port << 5) | (Core & 31));

    internal static SdpAddress Of(byte portAndCore, byte x, byte y) =>
        new(x, y, (byte)(portAndCore & 31), (byte)(portAndCore >> 5));
}
