using System.Globalization;
using System.Text.RegularExpressions;

namespace Ganglion.Protocols.Tests;

/// <summary>The bytes that SpiNNMan's own classes made, and what its reader made of them, by name.</summary>
internal sealed partial record GoldenBytes(string Name, byte[] Bytes, string Decoded)
{
    private static readonly Dictionary<string, GoldenBytes> ByName = Load().ToDictionary(golden => golden.Name, StringComparer.Ordinal);

    public static GoldenBytes Of(string name) => ByName[name];

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>SpiNNMan's events in our terms: whether their payloads are times, keys, payloads.</summary>
    public LiveEvent[] DecodedEvents()
    {
        bool times = Decoded.StartsWith("True", StringComparison.Ordinal);
        return [.. Event().Matches(Decoded).Select(match => Decode(match, times))];
    }

    private static LiveEvent Decode(Match match, bool times)
    {
        uint key = uint.Parse(match.Groups["key"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return match.Groups["payload"].Value is "None" ? new LiveEvent(key)
            : times ? LiveEvent.At(key, ulong.Parse(match.Groups["payload"].Value, CultureInfo.InvariantCulture))
            : LiveEvent.WithPayload(key, uint.Parse(match.Groups["payload"].Value, CultureInfo.InvariantCulture));
    }

    private static IEnumerable<GoldenBytes> Load()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "golden", "hil", "eieio-golden-vectors.txt"));
        for (int i = 0; i < lines.Length; i++)
        {
            if (Line().Match(lines[i]) is { Success: true } match)
            {
                string decoded = i + 1 < lines.Length && lines[i + 1].Contains("decodes ->", StringComparison.Ordinal)
                    ? lines[i + 1].Split("->")[1].Trim() : "";
                yield return new GoldenBytes(match.Groups["name"].Value.TrimEnd(), Convert.FromHexString(match.Groups["bytes"].Value.Replace(" ", "", StringComparison.Ordinal)), decoded);
            }
        }
    }

    [GeneratedRegex(@"^(?<name>\S.*?)\s+(\d+B\s+)?(?<bytes>[0-9a-f]{2}( [0-9a-f]{2})+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\('0x(?<key>[0-9a-f]+)', (?<payload>None|\d+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Event();
}
