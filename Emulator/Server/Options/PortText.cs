using System.Globalization;
using System.Net;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Emulator.Devices.Ports;

namespace Ganglion.Server.Options;

/// <summary>Reads ports that are written as <c>PROTOCOL:NUMBER[,name=value]...</c>.</summary>
public static class PortText
{
    /// <summary>How a port is written.</summary>
    public const string Form = "PROTOCOL:NUMBER[,name=value]...";

    private const int MostCapacity = 100_000_000;

    private static readonly string[] Protocols = ["spif", "eieio"];

    private static readonly string[] Policies = ["wait", "drop-new", "drop-oldest", "fail"];

    private static readonly string[] Settings =
        ["sources", "populations", "policy", "capacity", "key", "to", "timestamps", "grants", "out", "sensor", "name"];

    /// <summary>Reads a port.</summary>
    /// <param name="text">The text.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="violations">Where violations go.</param>
    /// <returns>The port; of no use if there were violations.</returns>
    public static PortRequest Read(string text, SourceLocation location, ViolationCollector violations)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        string[] head = parts[0].Split(':');
        if (head.Length != 2 || !Protocols.Contains(head[0], StringComparer.Ordinal) || !IsPort(head[1], out int number))
        {
            Add(violations, location, $"'{Printable.Shorten(parts[0])}' is not a protocol and a number", $"spif:NUMBER or eieio:NUMBER, 0 to {IPEndPoint.MaxPort}");
            return new PortRequest { Protocol = PortProtocol.Spif, Number = 0 };
        }

        var request = new PortRequest { Protocol = head[0] == "spif" ? PortProtocol.Spif : PortProtocol.Eieio, Number = number };
        foreach (string part in parts.Skip(1))
        {
            int sign = part.IndexOf('=', StringComparison.Ordinal);
            string name = sign < 0 ? part : part[..sign];
            string value = sign < 0 ? "" : part[(sign + 1)..];
            if (!Settings.Contains(name, StringComparer.Ordinal))
            {
                Add(violations, location, $"there is no setting '{Printable.Shorten(name)}'", Suggestion.List(Settings), Suggestion.Remedy(name, Settings));
            }
            else if (Apply(request, name, value) is { } applied)
            {
                request = applied;
            }
            else
            {
                Add(violations, location, $"{name} is '{Printable.Shorten(value)}'", Allowed(name));
            }
        }

        return request;
    }

    /// <summary>The port with a setting; <see langword="null"/> if the value is not one.</summary>
    private static PortRequest? Apply(PortRequest request, string name, string value) => name switch
    {
        "sources" => request with { Sources = Names(value) },
        "populations" => request with { Populations = Names(value) },
        "policy" when Array.IndexOf(Policies, value) is >= 0 and var policy => request with { Policy = (LossPolicy)policy },
        "capacity" when IsNumber(value, 1, MostCapacity, out int capacity) => request with { Capacity = capacity },
        "key" when Keys(value) is { } keys => request with { Keys = [.. request.Keys, .. keys] },
        "to" when EndPoints(value) is { } destinations => request with { Destinations = [.. request.Destinations, .. destinations] },
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

    private static string[] Names(string value) => value.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static KeyChoice[]? Keys(string value)
    {
        List<KeyChoice> keys = [];
        foreach (string word in Names(value))
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

    private static IPEndPoint[]? EndPoints(string value)
    {
        List<IPEndPoint> ends = [];
        foreach (string word in Names(value))
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

    private static bool IsKey(string text, out uint key) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out key)
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out key);

    private static bool IsPort(string text, out int number) => IsNumber(text, 0, IPEndPoint.MaxPort, out number);

    private static bool IsNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static void Add(ViolationCollector violations, SourceLocation location, string found, string? allowed, string? remedy = null) =>
        violations.Add(ServerDiagnostics.Port, location, found, allowed, remedy);
}
