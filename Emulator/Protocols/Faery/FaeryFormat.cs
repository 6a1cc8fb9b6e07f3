namespace Ganglion.Protocols.Faery;

/// <summary>The two forms of the event datagrams of faery. Both are little-endian, without a header.</summary>
/// <remarks>Source: the UDP encoder and decoder of aestream/faery.</remarks>
public enum FaeryFormat
{
    /// <summary>13 bytes: time of 64 bits, column and row of 16, and a byte for the sign.</summary>
    Time64 = 0,

    /// <summary>8 bytes: time of 32 bits, column of 16, and 16 bits with the row above and the sign in bit 0.</summary>
    Time32 = 1,
}
