using Microsoft.Extensions.Logging;

namespace Ganglion.Server.Hosting;

/// <summary>What a server says. Every warning says what helps.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "serving {Network} ({Hash}) with the clock {Clock}")]
    public static partial void Starting(ILogger log, string network, string hash, string clock);

    [LoggerMessage(2, LogLevel.Information, "{Port} listens on {Addresses}")]
    public static partial void Listening(ILogger log, string port, string addresses);

    [LoggerMessage(3, LogLevel.Information, "stopped after timestep {Timestep}, {State}")]
    public static partial void Stopped(ILogger log, long timestep, string state);

    [LoggerMessage(4, LogLevel.Warning, "{Spikes} spikes were still waiting when the time to drain had passed; give --drain more, or send less before the end")]
    public static partial void Undrained(ILogger log, int spikes);

    [LoggerMessage(5, LogLevel.Warning, "the clock is lockstep, but nobody grants time; add a port such as --port eieio:12345, or choose --clock paced or free")]
    public static partial void NobodyGrants(ILogger log);

    [LoggerMessage(6, LogLevel.Warning, "{Port}: client {Client} granted no time for {Seconds} s while others waited, and was let go; a slow client needs a longer --client-timeout, one that leaves says so with EIEIO command 3")]
    public static partial void Vanished(ILogger log, string port, string client, double seconds);

    [LoggerMessage(7, LogLevel.Warning, "{Timesteps} more timesteps ended after the next one was due, the worst ever by {Milliseconds} ms; use a larger --timestep or scale (--clock paced:2), more --threads, or a smaller network")]
    public static partial void Missed(ILogger log, long timesteps, double milliseconds);

    [LoggerMessage(8, LogLevel.Warning, "{Port}: {Spikes} more spikes found the port full and were dropped; send less, give it a larger capacity, or choose another policy")]
    public static partial void Overflowed(ILogger log, string port, long spikes);

    [LoggerMessage(9, LogLevel.Warning, "{Port}: {Spikes} more spikes came after their timestep and were dropped; send them earlier, or use timestamps=ignore")]
    public static partial void Late(ILogger log, string port, long spikes);

    [LoggerMessage(10, LogLevel.Warning, "{Port}: {Spikes} more events have a key of no source; compare the keys that the server lists when it starts, or set them with key=population@0x10000")]
    public static partial void WrongKeys(ILogger log, string port, long spikes);

    [LoggerMessage(11, LogLevel.Warning, "{Port}: {Packets} more packets could not be read; check that the client speaks this protocol, and no longer packets than --max-message")]
    public static partial void Malformed(ILogger log, string port, long packets);

    [LoggerMessage(12, LogLevel.Warning, "{Port}: {Packets} more packets were refused, of strangers or of clients beyond the limit; see --allow-remote-udp and --max-clients")]
    public static partial void Refused(ILogger log, string port, long packets);

    [LoggerMessage(13, LogLevel.Warning, "{Port}: {Packets} more packets came faster than is allowed and were dropped; put more events in a packet, or raise --max-rate")]
    public static partial void Limited(ILogger log, string port, long packets);

    [LoggerMessage(14, LogLevel.Warning, "{Port}: {Packets} more packets could not be sent; check that the client still listens")]
    public static partial void Unsent(ILogger log, string port, long packets);
}
