namespace Ganglion.Protocols.Renode;

/// <summary>The commands of Renode's external control protocol, version 0.</summary>
public enum RenodeCommand
{
    /// <summary>Data: the client's version, 32 bits. Must come first.</summary>
    CheckVersion = 0,

    /// <summary>Data: nanoseconds of virtual time to run for, 64 bits. Answered when they have passed.</summary>
    RunFor = 1,

    /// <summary>Answered with the virtual time in nanoseconds, 64 bits.</summary>
    GetTime = 2,

    /// <summary>Data: length of a name, 32 bits, and the name in UTF-8. Answered with an id of 32 bits.</summary>
    GetMachine = 3,

    /// <summary>An analogue input of a machine.</summary>
    Adc = 4,

    /// <summary>A pin of a machine.</summary>
    Gpio = 5,

    /// <summary>Memory of a machine.</summary>
    SystemBus = 6,

    /// <summary>Data: an id of 32 bits, with which the server sends the time whenever it has passed.</summary>
    TimeElapsedCallback = 7,
}
