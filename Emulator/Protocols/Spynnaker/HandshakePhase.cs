namespace Ganglion.Protocols.Spynnaker;

/// <summary>How far a live client and the machine are with each other.</summary>
public enum HandshakePhase
{
    /// <summary>Nothing was said yet.</summary>
    Silent,

    /// <summary>The client was told of the database and reads it.</summary>
    ClientReads,

    /// <summary>The client has read the database and waits for the start.</summary>
    Ready,

    /// <summary>The run goes on.</summary>
    Running,

    /// <summary>The run has stopped or pauses.</summary>
    Paused,

    /// <summary>The client did not answer in time.</summary>
    Unanswered,
}
