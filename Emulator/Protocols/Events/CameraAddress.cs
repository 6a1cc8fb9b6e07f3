namespace Ganglion.Protocols;

/// <summary>A pixel of an event camera and the sign of its change, packed into a word as SPIF does.</summary>
/// <param name="X">Column, 0 to 32,767.</param>
/// <param name="Y">Row, 0 to 32,767.</param>
/// <param name="On">Whether it became brighter.</param>
/// <remarks>Bits 30 to 16 are the column, bit 15 the sign, bits 14 to 0 the row. Source: README of spiffer, SpiNNakerManchester/spif.</remarks>
public readonly record struct CameraAddress(int X, int Y, bool On)
{
    /// <summary>The largest coordinate.</summary>
    public const int Largest = 0x7FFF;

    /// <summary>Whether the coordinates fit a word.</summary>
    public bool Fits => ((uint)X | (uint)Y) <= Largest;

    /// <summary>The address as a word with bit 31 clear.</summary>
    public uint Word => ((uint)X << 16) | (On ? 0x8000u : 0) | (uint)Y;

    /// <summary>The address that a word holds; bit 31 does not matter.</summary>
    /// <param name="word">The word.</param>
    public static CameraAddress Of(uint word) =>
        new((int)(word >> 16) & Largest, (int)word & Largest, (word & 0x8000) != 0);
}
