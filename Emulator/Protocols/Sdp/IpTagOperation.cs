namespace Ganglion.Protocols.Sdp;

/// <summary>What an IP tag request asks for.</summary>
public enum IpTagOperation
{
    /// <summary>Give a free tag.</summary>
    New = 0,

    /// <summary>Set a tag.</summary>
    Set = 1,

    /// <summary>Tell what a tag is.</summary>
    Get = 2,

    /// <summary>Free a tag.</summary>
    Clear = 3,

    /// <summary>Set for how long a tag lives.</summary>
    SetTimeout = 4,
}
