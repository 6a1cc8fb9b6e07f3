namespace Ganglion.Emulator.Devices.Ports;

/// <summary>What a port does with spikes that find it full.</summary>
public enum LossPolicy
{
    /// <summary>The sender waits until there is room; nothing is lost.</summary>
    Wait,

    /// <summary>The spikes that arrive are dropped and counted.</summary>
    DropNew,

    /// <summary>The spikes that have waited longest are dropped and counted.</summary>
    DropOldest,

    /// <summary>The run ends with an error.</summary>
    Fail,
}
