using System.Net;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Server.Options;

/// <summary>Reads ports that are written as <c>PROTOCOL:NUMBER[,name=value]...</c>.</summary>
public static class PortText
{
    /// <summary>How a port is written.</summary>
    public const string Form = "PROTOCOL:NUMBER[,name=value]...";

    /// <summary>Reads a port.</summary>
    /// <param name="text">The text.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="violations">Where violations go.</param>
    /// <returns>The port; of no use if there were violations.</returns>
    public static PortRequest Read(string text, SourceLocation location, ViolationCollector violations)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        string[] head = parts[0].Split(':');
        if (head.Length != 2 || PortSettings.Begin(head[0], head[1]) is not { } request)
        {
            violations.Add(
                ServerDiagnostics.Port, location, $"'{Printable.Shorten(parts[0])}' is not a protocol and a number", $"spif:NUMBER, eieio:NUMBER or renode:NUMBER, 0 to {IPEndPoint.MaxPort}");
            return PortSettings.Nothing;
        }

        foreach (string part in parts.Skip(1))
        {
            int sign = part.IndexOf('=', StringComparison.Ordinal);
            string name = sign < 0 ? part : part[..sign];
            string[] values = sign < 0 ? [] : part[(sign + 1)..].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            request = PortSettings.Apply(request, name, values, location, violations);
        }

        return request;
    }
}
