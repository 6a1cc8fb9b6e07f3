namespace Ganglion.Protocols.Spif;

/// <summary>Ports and sizes of SPIF, the board that brings event streams to SpiNNaker: 32-bit little-endian words over UDP, without a header.</summary>
/// <remarks>Source: spiffer and spif.h, SpiNNakerManchester/spif.</remarks>
public static class SpifFormat
{
    /// <summary>Pipes of a board.</summary>
    public const int Pipes = 2;

    /// <summary>Bytes of a word.</summary>
    public const int WordBytes = 4;

    /// <summary>Words that a datagram holds at most.</summary>
    public const int MostWords = 256;

    /// <summary>The bit of an event word that says that no timestamp follows.</summary>
    public const uint NoTimestamp = 0x8000_0000;

    /// <summary>The UDP port on which a pipe takes events: 3333, 3334.</summary>
    /// <param name="pipe">The pipe, from 0.</param>
    public static int InputPort(int pipe) => 3333 + pipe;

    /// <summary>The UDP port on which a pipe takes commands and from which it sends events: 3332, 3331.</summary>
    /// <param name="pipe">The pipe, from 0.</param>
    public static int OutputPort(int pipe) => 3332 - pipe;
}
