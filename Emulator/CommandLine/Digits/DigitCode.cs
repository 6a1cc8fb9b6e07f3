using Ganglion.Emulator.Encoding;

namespace Ganglion.CommandLine.Digits;

/// <summary>A way to show images, and the network that was trained for it.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="NetworkFile">Name of the network's file.</param>
/// <param name="Create">Makes the code from a seed.</param>
internal sealed record DigitCode(string Name, string NetworkFile, Func<ulong, ISpikeCode> Create)
{
    /// <summary>All of them; the first is the default.</summary>
    public static IReadOnlyList<DigitCode> All { get; } =
    [
        new("rate", "digits.nir", seed => new BernoulliRateCode(seed)),
        new("latency", "digits-latency.nir", _ => new LinearLatencyCode()),
    ];
}
