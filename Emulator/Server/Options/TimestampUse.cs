namespace Ganglion.Server.Options;

/// <summary>What a port makes of the timestamps in the packets that it is sent.</summary>
public enum TimestampUse
{
    /// <summary>A spike fires in the timestep that it names; one that comes too late is dropped and counted.</summary>
    Honour,

    /// <summary>Every spike fires in the next timestep that begins.</summary>
    Ignore,
}
