namespace Ganglion.Protocols.Eieio;

/// <summary>What an element of an EIEIO data packet consists of. Bit 0 says that it has a payload, bit 1 that its fields have 32 bits.</summary>
public enum EieioType
{
    /// <summary>A key of 16 bits.</summary>
    Key16 = 0,

    /// <summary>A key and a payload of 16 bits each.</summary>
    KeyPayload16 = 1,

    /// <summary>A key of 32 bits.</summary>
    Key32 = 2,

    /// <summary>A key and a payload of 32 bits each.</summary>
    KeyPayload32 = 3,
}
