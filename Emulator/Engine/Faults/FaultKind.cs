namespace Ganglion.Emulator.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>A core does nothing any more: no update, no spike, no learning.</summary>
    DeadCore,

    /// <summary>Neurons do not fire.</summary>
    DeadNeuron,

    /// <summary>Neurons fire in every timestep.</summary>
    StuckNeuron,

    /// <summary>Messages that need a link between two neighbouring tiles are lost, in both directions.</summary>
    DeadLink,

    /// <summary>Bits of synaptic weights are flipped before the run.</summary>
    WeightBitFlip,

    /// <summary>A bit of the axon that an address event names is flipped; an axon that does not exist loses the event.</summary>
    EventBitFlip,

    /// <summary>Address events are lost.</summary>
    EventLoss,

    /// <summary>Packets to a port are lost.</summary>
    PacketLoss,

    /// <summary>Packets to a port arrive twice.</summary>
    PacketDuplication,

    /// <summary>Packets to a port act some timesteps later.</summary>
    PacketDelay,

    /// <summary>Packets to a port arrive behind the one that follows.</summary>
    PacketReordering,

    /// <summary>A client sends and takes nothing for a while; what it sends meanwhile arrives afterwards.</summary>
    StalledClient,

    /// <summary>A client sends and takes nothing any more.</summary>
    VanishedClient,

    /// <summary>The wall clock of a paced session goes too fast or too slow.</summary>
    ClockSkew,
}
