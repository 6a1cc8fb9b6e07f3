using Microsoft.Extensions.Logging;

namespace Ganglion.Server.Hosting;

/// <summary>What a server says.</summary>
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
}
