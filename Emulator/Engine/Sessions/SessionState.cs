namespace Ganglion.Emulator.Sessions;

/// <summary>What a session does.</summary>
public enum SessionState
{
    /// <summary>Its thread has not been started.</summary>
    New,

    /// <summary>Timesteps pass, or wait for a grant.</summary>
    Running,

    /// <summary>No timestep passes until it is resumed.</summary>
    Paused,

    /// <summary>It has ended as it was asked to.</summary>
    Stopped,

    /// <summary>It has ended by an error.</summary>
    Failed,
}
