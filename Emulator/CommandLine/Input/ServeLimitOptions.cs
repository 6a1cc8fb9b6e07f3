using System.CommandLine;
using Ganglion.ChipSpec.Reading;
using Ganglion.Server.Options;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for what a server takes at most.</summary>
internal sealed class ServeLimitOptions
{
    private static readonly ServerLimits Usual = new();

    private readonly Option<long?> _clients = CommandOptions.Number("--max-clients", $"Clients per port [default: {Usual.Clients}]", 1, ServerLimits.MostClients);
    private readonly Option<long?> _message =
        CommandOptions.Number("--max-message", $"Bytes of a packet [default: {Usual.MessageBytes}]", ServerLimits.LeastMessageBytes, ServerLimits.MostMessageBytes);

    private readonly Option<long?> _rate = CommandOptions.Number("--max-rate", $"Packets per second and port [default: {Usual.PacketsPerSecond}]", 1, int.MaxValue);
    private readonly Option<long?> _memory =
        CommandOptions.Number("--max-queue-memory", $"Mebibytes for the spikes that wait in all ports [default: {Usual.QueueMebibytes}]", 1, int.MaxValue);

    private readonly Option<string?> _timeout = SettingOptions.Text(
        "--client-timeout", $"How long a client may grant no time while others wait for it [default: {Usual.ClientTimeout.TotalSeconds}s]", "duration");

    private readonly Option<string?> _drain =
        SettingOptions.Text("--drain", $"How long spikes that wait may take to fire when the server ends [default: {Usual.Drain.TotalSeconds}s]", "duration");

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_clients, _message, _rate, _memory, _timeout, _drain])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The user's choice.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="limits">What holds otherwise.</param>
    /// <param name="violations">Where violations go.</param>
    public ServerLimits Read(ParseResult arguments, ServerLimits limits, ViolationCollector violations) => limits with
    {
        Clients = (int?)arguments.GetValue(_clients) ?? limits.Clients,
        MessageBytes = (int?)arguments.GetValue(_message) ?? limits.MessageBytes,
        PacketsPerSecond = (int?)arguments.GetValue(_rate) ?? limits.PacketsPerSecond,
        QueueMebibytes = (int?)arguments.GetValue(_memory) ?? limits.QueueMebibytes,
        ClientTimeout = SettingOptions.Duration(arguments, _timeout, violations) ?? limits.ClientTimeout,
        Drain = SettingOptions.Duration(arguments, _drain, violations) ?? limits.Drain,
    };
}
