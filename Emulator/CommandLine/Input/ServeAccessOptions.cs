using System.CommandLine;
using System.Net;
using Ganglion.ChipSpec.Reading;
using Ganglion.Server.Options;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for who reaches a server, and how.</summary>
internal sealed class ServeAccessOptions
{
    private readonly Option<string?> _listen = SettingOptions.Text("--listen", "Address to listen on [default: 127.0.0.1, this computer alone]", "address");
    private readonly Option<string[]> _remote = new("--allow-remote-udp")
    {
        Description = "Network whose UDP packets are taken, e.g. 192.168.1.0/24; they carry no proof of who sent them; may be repeated",
        HelpName = "network",
    };

    private readonly Option<long?> _http = CommandOptions.Number("--http", "TCP port of /health and /metrics, 0 for a free one [default: none]", 0, IPEndPoint.MaxPort);
    private readonly Option<string?> _token = SettingOptions.Text("--token", "File with the token that HTTP clients show as 'Authorization: Bearer TOKEN'", "file");
    private readonly Option<string?> _certificate = SettingOptions.Text("--certificate", "Certificate and key of the server, PKCS #12 or .pem; HTTP becomes HTTPS", "file");
    private readonly Option<string?> _authority = SettingOptions.Text("--client-ca", "Certificate of the authority whose clients are let in", "file");
    private readonly Option<string?> _telemetry = SettingOptions.Text("--telemetry", "Send measurements to this OpenTelemetry collector", "url");

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_listen, _remote, _http, _token, _certificate, _authority, _telemetry])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The user's choice.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="options">What holds otherwise.</param>
    /// <param name="violations">Where violations go.</param>
    public ServerOptions Read(ParseResult arguments, ServerOptions options, ViolationCollector violations) => options with
    {
        Listen = SettingOptions.Parse(arguments, _listen, SettingText.Address, SettingText.AddressForms, violations) ?? options.Listen,
        RemoteUdp = [.. options.RemoteUdp, .. Networks(arguments, violations)],
        Http = (int?)arguments.GetValue(_http) ?? options.Http,
        TokenFile = arguments.GetValue(_token) ?? options.TokenFile,
        Certificate = arguments.GetValue(_certificate) ?? options.Certificate,
        ClientAuthority = arguments.GetValue(_authority) ?? options.ClientAuthority,
        Telemetry = SettingOptions.Parse(arguments, _telemetry, SettingText.Telemetry, SettingText.TelemetryForms, violations) ?? options.Telemetry,
    };

    private IEnumerable<IPNetwork> Networks(ParseResult arguments, ViolationCollector violations) =>
        (arguments.GetValue(_remote) ?? [])
            .Select(text => SettingText.Network(text) ?? SettingOptions.Refuse<IPNetwork?>(_remote, text, SettingText.NetworkForms, violations))
            .OfType<IPNetwork>();
}
