namespace Ganglion.Emulator.Loop;

/// <summary>Phases of a worker's timestep, in order.</summary>
public enum Phase
{
    /// <summary>Cores integrate, leak, fire and reset.</summary>
    Update,

    /// <summary>Spikes become address events.</summary>
    Emit,

    /// <summary>Rows of axons that fired are added to the dendrites.</summary>
    Deliver,

    /// <summary>Waiting for the other workers to close the timestep, and delivering what they sent.</summary>
    Receive,

    /// <summary>Plastic synapses change.</summary>
    Learn,

    /// <summary>Ledgers, probes and observers.</summary>
    Observe,
}
