using System.Globalization;
using System.Net;

namespace Ganglion.Server.Options;

/// <summary>Reads settings that are written the same way in a file and on a command line.</summary>
public static class SettingText
{
    /// <summary>How a duration is written.</summary>
    public const string DurationForms = "a number above 0 and us, ms or s, at most an hour, e.g. 1ms";

    /// <summary>How an address is written.</summary>
    public const string AddressForms = "an IPv4 or IPv6 address in numbers, e.g. 127.0.0.1";

    /// <summary>How a network is written.</summary>
    public const string NetworkForms = "ADDRESS/LENGTH, e.g. 192.168.1.0/24";

    /// <summary>How the receiver of measurements is written.</summary>
    public const string TelemetryForms = "http://HOST:PORT or https://HOST:PORT";

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

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address; <see langword="null"/> if the text is none.</returns>
    public static IPAddress? Address(string text) => IPAddress.TryParse(text, out IPAddress? address) ? address : null;

    /// <summary>Reads a network.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The network; <see langword="null"/> if the text is none.</returns>
    public static IPNetwork? Network(string text) => IPNetwork.TryParse(text, out IPNetwork network) ? network : null;

    /// <summary>Reads where measurements go.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The receiver; <see langword="null"/> if the text is none.</returns>
    public static Uri? Telemetry(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? uri : null;
}
