using System.Net;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Emulator.Sessions;

namespace Ganglion.Server.Options;

/// <summary>Reads what a server does from a YAML or JSON file; docs/hardware-in-the-loop.md describes it.</summary>
public static class ServerFile
{
    private const int MostPorts = 256;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or something in it is wrong.</exception>
    public static ServerOptions Read(string path)
    {
        YamlDocument document = YamlDocument.ParseFile(path);
        YamlMapping top = document.Root.AsMapping();
        var usual = new ServerOptions();
        ServerOptions options = usual with
        {
            Clock = Clock(top, usual.Clock),
            Steps = top.Optional("steps")?.AsInt64(1),
            Seed = (ulong)(top.Optional("seed")?.AsInt64(0) ?? 0),
            Threads = top.Optional("threads")?.AsInt32(1, 256),
            Listen = Parsed(top.Optional("listen"), SettingText.Address, SettingText.AddressForms) ?? usual.Listen,
            RemoteUdp = [.. Texts(top.Optional("allowRemoteUdp")).Select(node => Parsed(node, SettingText.Network, SettingText.NetworkForms)).OfType<IPNetwork>()],
            Http = top.Optional("http")?.AsInt32(0, IPEndPoint.MaxPort),
            TokenFile = top.Optional("token")?.AsString(),
            Certificate = top.Optional("certificate")?.AsString(),
            ClientAuthority = top.Optional("clientCa")?.AsString(),
            Telemetry = Parsed(top.Optional("telemetry"), SettingText.Telemetry, SettingText.TelemetryForms),
            Ports = [.. (top.Optional("ports")?.AsSequence(0, MostPorts) ?? []).Select(node => Port(node, document.Violations))],
            Limits = top.Optional("limits") is { } limits ? Limits(limits.AsMapping(), usual.Limits) : usual.Limits,
        };
        top.RejectUnknownKeys();
        document.ThrowIfInvalid();
        return options;
    }

    private static SessionClock Clock(YamlMapping top, SessionClock usual)
    {
        SessionClock clock = Parsed(top.Optional("clock"), SessionClock.TryParse, SessionClock.Forms) ?? usual;
        return clock with { Timestep = Duration(top.Optional("timestep"), clock.Timestep) };
    }

    private static PortRequest Port(YamlNode node, ViolationCollector violations)
    {
        if (node is YamlScalar)
        {
            return PortText.Read(node.AsString(), node.Location, violations);
        }

        YamlMapping port = node.AsMapping();
        string protocol = port.Required("protocol").AsChoice(["spif", "eieio", "renode"]);
        int number = port.Required("number").AsInt32(0, IPEndPoint.MaxPort);
        PortRequest request = PortSettings.Begin(protocol, $"{number}") ?? PortSettings.Nothing;
        foreach (YamlEntry entry in port.Entries.Where(entry => entry.Key is not ("protocol" or "number")))
        {
            request = PortSettings.Apply(request, entry.Key, [.. Texts(entry.Value).Select(Text)], entry.KeyLocation, violations);
        }

        return request;
    }

    private static ServerLimits Limits(YamlMapping map, ServerLimits usual)
    {
        ServerLimits limits = usual with
        {
            Clients = map.Optional("clients")?.AsInt32(1, ServerLimits.MostClients) ?? usual.Clients,
            MessageBytes = map.Optional("messageBytes")?.AsInt32(ServerLimits.LeastMessageBytes, ServerLimits.MostMessageBytes) ?? usual.MessageBytes,
            PacketsPerSecond = map.Optional("packetsPerSecond")?.AsInt32(1) ?? usual.PacketsPerSecond,
            QueueMebibytes = map.Optional("queueMebibytes")?.AsInt32(1) ?? usual.QueueMebibytes,
            ClientTimeout = Duration(map.Optional("clientTimeout"), usual.ClientTimeout),
            Drain = Duration(map.Optional("drain"), usual.Drain),
        };
        map.RejectUnknownKeys();
        return limits;
    }

    private static TimeSpan Duration(YamlNode? node, TimeSpan usual) =>
        Parsed(node, text => SettingText.Duration(text) is { } duration ? (object)duration : null, SettingText.DurationForms) is TimeSpan read ? read : usual;

    /// <summary>A list, or a single value as a list of one.</summary>
    private static IReadOnlyList<YamlNode> Texts(YamlNode? node) => node switch
    {
        null => [],
        YamlSequence sequence => sequence.Items,
        _ => [node],
    };

    /// <summary>A word, number or truth value as it is written; YAML reads <c>yes</c> and <c>no</c> as words.</summary>
    private static string Text(YamlNode node) => node is YamlScalar scalar ? scalar.Text : node.AsString();

    private static T? Parsed<T>(YamlNode? node, Func<string, T?> parse, string forms)
        where T : class
    {
        if (node is null)
        {
            return null;
        }

        string text = Text(node);
        T? value = parse(text);
        if (value is null)
        {
            node.Report(ServerDiagnostics.Setting, $"'{Printable.Shorten(text)}' is not what it must be", forms);
        }

        return value;
    }

    private static T? Parsed<T>(YamlNode? node, Func<string, T?> parse, string forms, T? nothing = null)
        where T : struct
    {
        object? value = Parsed(node, text => parse(text) is { } read ? (object)read : null, forms);
        return value is T some ? some : nothing;
    }
}
