namespace Ganglion.Protocols.Renode;

/// <summary>What a message is.</summary>
public enum RenodeMessageType
{
    /// <summary>A question.</summary>
    Request = 0,

    /// <summary>Something happened; data begins with the 32-bit id that the client gave for it. Answered like a question.</summary>
    Event = 1,

    /// <summary>The answer to a question that was carried out.</summary>
    Success = 2,

    /// <summary>The answer to a command that the other side does not have.</summary>
    InvalidCommand = 3,

    /// <summary>The answer to a question that failed; data is a text in UTF-8.</summary>
    Error = 4,
}
