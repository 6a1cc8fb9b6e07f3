namespace Ganglion.Protocols.Eieio;

/// <summary>Whose understanding of EIEIO data packets a reader has. They differ: docs/protocols.md has the table.</summary>
public enum EieioReading
{
    /// <summary>As a SpiNNaker core takes live input. Times count in packets with payloads alone, and there the payload prefix is the time of all.</summary>
    Chip,

    /// <summary>As the chip, but every time that a packet carries counts: a prefix for all elements, and payloads that are times for their own.</summary>
    ChipHonouringTimestamps,

    /// <summary>As SpiNNMan reads what a chip has sent: keys are not moved, and a payload prefix is a payload of elements that have none.</summary>
    Host,
}
