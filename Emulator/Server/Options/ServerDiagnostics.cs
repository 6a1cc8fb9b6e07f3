using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Server.Options;

/// <summary>Findings about what a server is asked to do.</summary>
public static class ServerDiagnostics
{
    /// <summary>The text of a port is not one.</summary>
    public static readonly DiagnosticDescriptor Port = Error("GAN3001", "A port cannot be read", """
        A port is written as protocol and number, followed by settings: `PROTOCOL:NUMBER[,name=value]...`. The protocol is `spif`, `eieio` or
        `renode`; number 0 takes a free port. A setting that takes several values has `+` between them.

        | setting | meaning |
        | --- | --- |
        | `sources=a+b` | external sources that the port drives; all of them unless given |
        | `populations=a+b` | populations whose spikes are sent; the network's outputs unless given |
        | `policy=wait`, `drop-new`, `drop-oldest`, `fail` | what happens to spikes that find the port full |
        | `capacity=N` | spikes that can wait |
        | `key=population@0x10000` | key of the first neuron of a population; may be repeated with `+` |
        | `to=host:port` | who is sent spikes without having asked |
        | `timestamps=honour`, `ignore` | whether spikes fire in the timestep that they name |
        | `grants=yes`, `no` | whether clients grant time in lock-step |
        | `out=N` | port of the output commands of `spif` |
        | `sensor=WIDTHxHEIGHT`, `WIDTHxHEIGHTx1` | take addresses of an event camera instead of keys (`spif`) |
        | `name=text` | name for counters and messages |

        Example: `--port eieio:12345,sources=input,populations=output,policy=drop-oldest,capacity=10000`.
        """);

    /// <summary>A population that is not there, or is not what is needed.</summary>
    public static readonly DiagnosticDescriptor Population = Error("GAN3002", "A port names a population that it cannot use", """
        The sources of a port must be external sources of the network: those that fire when they are told to. What a port sends are spikes of
        populations or sources of the network. Keys belong to populations that the port drives or listens to.

        Correct the name. `ganglion serve` lists sources and populations when it starts without ports.
        """);

    /// <summary>Ports that stand in each other's way.</summary>
    public static readonly DiagnosticDescriptor Conflict = Error("GAN3003", "Ports or settings stand in each other's way", """
        Every port needs a number and a name of its own. A UDP port cannot wait for room when its clients grant time: the packet that grants
        the timestep stands behind the spikes that wait for it, and both would wait for ever. Keys of populations may not overlap, since
        nobody could tell which neuron a key stands for.

        Choose another number, policy or base key. Example: `--port spif:3333 --port eieio:12345,policy=fail`.
        """);

    /// <summary>A number beyond what is taken.</summary>
    public static readonly DiagnosticDescriptor Limit = Error("GAN3004", "A setting is beyond the server's limits", """
        The server takes bounded memory: the queues of all ports together, clients and lengths of packets have limits, so that no client can
        harm the others. `ganglion serve --help` lists them with their defaults.

        Ask for less, or raise the limit. Example: `--max-queue-memory 1024` lets the ports of a server hold a gibibyte of waiting spikes.
        """);

    /// <summary>An open door.</summary>
    public static readonly DiagnosticDescriptor Exposed = Error("GAN3005", "The server would be open to everybody", """
        A server that listens beyond this computer needs to know whom to let in. UDP packets carry no proof of who sent them, so the networks
        whose packets are taken must be named with `--allow-remote-udp`; HTTP and gRPC ask for a token (`--token FILE`) or for a certificate
        of the client (`--certificate` and `--client-ca`).

        Example: `--listen 192.168.1.5 --allow-remote-udp 192.168.1.0/24 --port spif:3333`. Without `--listen`, only programs on this
        computer can connect.
        """);

    /// <summary>A port that the system does not give.</summary>
    public static readonly DiagnosticDescriptor Socket = Error("GAN3006", "A port cannot be opened", """
        The system refused the address or port that the server is to listen on: another program uses it, it needs rights that you do not have
        (numbers below 1024), or the address is not one of this computer.

        Stop the other program, or take another number; 0 takes a free one. Example: `--port spif:0`.
        """);

    /// <summary>A setting of the configuration file.</summary>
    public static readonly DiagnosticDescriptor Setting = Error("GAN3007", "A setting cannot be read", """
        A setting of the server, in its configuration file or on the command line, is not written as it must be: the clock is `lockstep`,
        `paced`, `paced:SCALE` or `free`; durations are a number and `us`, `ms` or `s`; networks are `ADDRESS/LENGTH`; addresses are numbers,
        not names.

        Example: `clock: paced:0.5`, `timestep: 1ms`, `allowRemoteUdp: [192.168.1.0/24]`.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Port, Population, Conflict, Limit, Exposed, Socket, Setting];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) => new(code, DiagnosticSeverity.Error, title, explanation);
}
