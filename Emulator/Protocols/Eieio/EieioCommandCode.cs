namespace Ganglion.Protocols.Eieio;

/// <summary>The commands of EIEIO. The emulator acts on 1, 10 and 11; the others belong to an input buffer that it does not need.</summary>
public enum EieioCommandCode
{
    /// <summary>To a client: the database is at this path. From a client: it has been read.</summary>
    Database = 1,

    /// <summary>Fills a buffer.</summary>
    EventPadding = 2,

    /// <summary>No more events follow.</summary>
    EventStop = 3,

    /// <summary>The chip shall not ask for buffers.</summary>
    StopSendingRequests = 4,

    /// <summary>The chip may ask for buffers.</summary>
    StartSendingRequests = 5,

    /// <summary>The chip asks for events to buffer.</summary>
    RequestBuffers = 6,

    /// <summary>The host sends events to buffer, with a sequence number.</summary>
    SequencedData = 7,

    /// <summary>The chip asks the host to read recorded data.</summary>
    RequestReadData = 8,

    /// <summary>The host has read data.</summary>
    DataRead = 9,

    /// <summary>To a client: the simulation has stopped or pauses.</summary>
    StopPause = 10,

    /// <summary>To a client: the simulation starts or goes on.</summary>
    StartResume = 11,

    /// <summary>The chip has seen that data were read.</summary>
    DataReadAcknowledged = 12,
}
