using System.Globalization;

namespace Ganglion.Server.Options;

/// <summary>Reads settings that are the same in a file and on a command line.</summary>
public static class SettingText
{
    /// <summary>How a duration is written.</summary>
    public const string DurationForms = "a number above 0 and us, ms or s, at most an hour, e.g. 1ms";

    private static readonly (string Unit, double Seconds)[] Units = [("us", 1e-6), ("ms", 1e-3), ("s", 1)];

    /// <summary>Reads a duration, e.g. <c>1ms</c> or <c>0.5s</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The duration; <see langword="null"/> if the text is none.</returns>
    public static TimeSpan? Duration(string text)
    {
        foreach ((string unit, double seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                var duration = TimeSpan.FromSeconds(Math.Min(number * seconds, 3601));
                return duration > TimeSpan.Zero && duration <= TimeSpan.FromHours(1) ? duration : null;
            }
        }

        return null;
    }
}
