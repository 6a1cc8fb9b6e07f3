using System.Globalization;
using System.Net;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Emulator.Devices.Ports;

namespace Ganglion.Server.Options;

/// <summary>The settings of a port, wherever they are written.</summary>
internal static class PortSettings
{
    private const int MostCapacity = 100_000_000;

    private static readonly string[] Policies = ["wait", "drop-new", "drop-oldest", "fail"];

    private static readonly string[] Settings =
        ["sources", "populations", "policy", "capacity", "key", "to", "timestamps", "grants", "out", "sensor", "name"];

    /// <summary>Stands for a port that could not be read.</summary>
    public static PortRequest Nothing { get; } = new() { Protocol = PortProtocol.Spif, Number = 0 };

    /// <summary>A port without settings.</summary>
    /// <param name="protocol">Word for the protocol.</param>
    /// <param name="number">Number of the port.</param>
    /// <returns><see langword="null"/> if they are none.</returns>
    public static PortRequest? Begin(string protocol, string number) => protocol switch
    {
        _ when !IsPort(number, out _) => null,
        "spif" => Of(PortProtocol.Spif, number),
        "eieio" => Of(PortProtocol.Eieio, number),
        "renode" => Of(PortProtocol.Renode, number) with { Sources = [], Populations = [] },
        _ => null,
    };

    /// <summary>Adds a setting to a port.</summary>
    /// <param name="request">The port.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="values">Its values.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="violations">Where violations go.</param>
    public static PortRequest Apply(PortRequest request, string name, IReadOnlyList<string> values, SourceLocation location, ViolationCollector violations)
    {
        if (!Settings.Contains(name, StringComparer.Ordinal))
        {
            violations.Add(
                ServerDiagnostics.Port, location, $"there is no setting '{Printable.Shorten(name)}'", Suggestion.List(Settings), Suggestion.Remedy(name, Settings));
            return request;
        }

        if (Apply(request, name, values) is { } applied)
        {
            return applied;
        }

        violations.Add(ServerDiagnostics.Port, location, $"{name} is '{Printable.Shorten(string.Join('+', values))}'", Allowed(name));
        return request;
    }

    /// <summary>The port with a setting; <see langword="null"/> if the value is not one.</summary>
    private static PortRequest? Apply(PortRequest request, string name, IReadOnlyList<string> values) => name switch
    {
        "sources" => request with { Sources = values },
        "populations" => request with { Populations = values },
        "key" when Keys(values) is { } keys => request with { Keys = [.. request.Keys, .. keys] },
        "to" when EndPoints(values) is { } destinations => request with { Destinations = [.. request.Destinations, .. destinations] },
        _ => values.Count == 1 ? Apply(request, name, values[0]) : null,
    };

    private static PortRequest? Apply(PortRequest request, string name, string value) => name switch
    {
        "policy" when Array.IndexOf(Policies, value) is >= 0 and var policy => request with { Policy = (LossPolicy)policy },
        "capacity" when IsNumber(value, 1, MostCapacity, out int capacity) => request with { Capacity = capacity },
        "timestamps" when value is "honour" or "ignore" => request with { Timestamps = value == "honour" ? TimestampUse.Honour : TimestampUse.Ignore },
        "grants" when value is "yes" or "no" => request with { Grants = value == "yes" },
        "out" when request.Protocol == PortProtocol.Spif && IsPort(value, out int output) => request with { OutputNumber = output },
        "sensor" when request.Protocol == PortProtocol.Spif && Sensor(value) is { } sensor => request with { Sensor = sensor },
        "name" when value.Length is > 0 and <= 64 => request with { Name = value },
        _ => null,
    };

    private static string Allowed(string name) => name switch
    {
        "policy" => Suggestion.List(Policies),
        "capacity" => $"1 to {MostCapacity}",
        "key" => "POPULATION@KEY, the key in decimal or as 0x and hexadecimal digits",
        "to" => "ADDRESS:PORT, the address in numbers",
        "timestamps" => "honour, ignore",
        "grants" => "yes, no",
        "out" => $"0 to {IPEndPoint.MaxPort}, on spif ports",
        "sensor" => "WIDTHxHEIGHT or WIDTHxHEIGHTx1, 1 to 32768, on spif ports",
        _ => "a name of at most 64 characters",
    };

    private static KeyChoice[]? Keys(IReadOnlyList<string> words)
    {
        List<KeyChoice> keys = [];
        foreach (string word in words)
        {
            int at = word.LastIndexOf('@');
            if (at < 1 || !IsKey(word[(at + 1)..], out uint key))
            {
                return null;
            }

            keys.Add(new KeyChoice(word[..at], key));
        }

        return [.. keys];
    }

    private static IPEndPoint[]? EndPoints(IReadOnlyList<string> words)
    {
        List<IPEndPoint> ends = [];
        foreach (string word in words)
        {
            if (!IPEndPoint.TryParse(word, out IPEndPoint? end) || end.Port == 0)
            {
                return null;
            }

            ends.Add(end);
        }

        return [.. ends];
    }

    private static SensorSize? Sensor(string value)
    {
        string[] sides = value.Split('x');
        return sides.Length is 2 or 3 && IsNumber(sides[0], 1, 32_768, out int width) && IsNumber(sides[1], 1, 32_768, out int height)
            && (sides.Length == 2 || sides[2] is "1" or "2")
            ? new SensorSize(width, height, sides.Length == 2 || sides[2] == "2" ? 2 : 1)
            : null;
    }

    private static PortRequest Of(PortProtocol protocol, string number) => new() { Protocol = protocol, Number = int.Parse(number, CultureInfo.InvariantCulture) };

    private static bool IsKey(string text, out uint key) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out key)
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out key);

    private static bool IsPort(string text, out int number) => IsNumber(text, 0, IPEndPoint.MaxPort, out number);

    private static bool IsNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
