using Microsoft.Extensions.Configuration;

namespace Ganglion.CommandLine;

/// <summary>What holds when an option is not given: the environment's choice, or the program's.</summary>
/// <param name="configuration">Configuration of the program.</param>
internal sealed class Defaults(IConfiguration configuration)
{
    /// <summary>The chip where nothing else is said.</summary>
    public const string UsualChip = "loihi1";

    /// <summary>Chip when none is named: <c>GANGLION_CHIP</c>, or <see cref="UsualChip"/>.</summary>
    public string Chip => configuration["CHIP"] is { Length: > 0 } chip ? chip : UsualChip;

    /// <summary>Workers when no number is given; <c>GANGLION_THREADS</c>, or none.</summary>
    /// <exception cref="UsageException">The variable is not a number in range.</exception>
    public int? Threads => configuration["THREADS"] switch
    {
        null or "" => null,
        { } text when int.TryParse(text, out int threads) && threads is >= 1 and <= CommandOptions.MaximumThreads => threads,
        { } text => throw new UsageException($"GANGLION_THREADS is '{text}'; allowed: 1 to {CommandOptions.MaximumThreads}"),
    };
}
