using Microsoft.Extensions.Logging;

namespace Ganglion.CommandLine.Emulation;

/// <summary>What a run says with <c>--verbose</c>.</summary>
internal static partial class RunLog
{
    [LoggerMessage(LogLevel.Debug, "network {Network} ({Hash}): {Neurons} neurons on {Cores} cores, {Threads} threads")]
    public static partial void Loaded(ILogger log, string network, string hash, int neurons, int cores, int threads);

    [LoggerMessage(LogLevel.Debug, "running {Timesteps} timesteps with seed {Seed}")]
    public static partial void Running(ILogger log, long timesteps, ulong seed);
}
