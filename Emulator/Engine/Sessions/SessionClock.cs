using System.Globalization;

namespace Ganglion.Emulator.Sessions;

/// <summary>How time passes in a session.</summary>
/// <param name="Kind">What makes it pass.</param>
public sealed record SessionClock(ClockKind Kind)
{
    private const string PacedPrefix = "paced:";

    /// <summary>What a clock is written as.</summary>
    public const string Forms = "lockstep, paced, paced:SCALE with a scale above 0, or free";

    /// <summary>Wall time of a timestep at scale 1.</summary>
    public TimeSpan Timestep { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Wall time of a paced timestep, as a multiple of <see cref="Timestep"/>: 1 is real time, 2 is half as fast.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Reads <c>lockstep</c>, <c>paced</c>, <c>paced:SCALE</c> or <c>free</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The clock; <see langword="null"/> if the text is none.</returns>
    public static SessionClock? TryParse(string text) => text switch
    {
        "lockstep" => new SessionClock(ClockKind.Lockstep),
        "paced" => new SessionClock(ClockKind.Paced),
        "free" => new SessionClock(ClockKind.Free),
        _ when text.StartsWith(PacedPrefix, StringComparison.Ordinal)
            && double.TryParse(text.AsSpan(PacedPrefix.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double scale)
            && scale > 0 && double.IsFinite(scale) => new SessionClock(ClockKind.Paced) { Scale = scale },
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ClockKind.Lockstep => "lockstep",
        ClockKind.Paced => string.Create(CultureInfo.InvariantCulture, $"{PacedPrefix}{Scale}"),
        _ => "free",
    };
}
