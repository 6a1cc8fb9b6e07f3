namespace Ganglion.Emulator.Sessions;

/// <summary>What makes a session's time pass.</summary>
public enum ClockKind
{
    /// <summary>A client grants timesteps; the machine never passes the grant.</summary>
    Lockstep,

    /// <summary>The wall clock: a timestep begins when it is due, and late ones are counted, never skipped.</summary>
    Paced,

    /// <summary>Nothing: the machine runs as fast as it can.</summary>
    Free,
}
