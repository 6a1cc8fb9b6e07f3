using System.CommandLine;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Emulator;
using Ganglion.Server.Hosting;
using Ganglion.Server.Options;
using Microsoft.Extensions.Logging;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion serve</c>: lets sensors, robots and test benches talk to an emulated chip.</summary>
internal sealed class ServeCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly Defaults _defaults;
    private readonly ILoggerProvider _log;
    private readonly Argument<string> _path = new("network") { Description = "Network (.nir, .net of lava-dl, .net.yaml, SANA-FE .yaml) or chip image (.chip)" };
    private readonly Option<string?> _chip = new("--chip") { Description = $"Preset, or path of a chip's .yaml file [default: {Defaults.UsualChip}]", HelpName = "chip" };
    private readonly ServeOptions _serveOptions = new();
    private readonly MappingOptions _mappingOptions = new();
    private readonly NetworkOptions _networkOptions = new();

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds when an option is not given.</param>
    /// <param name="log">Where log entries go.</param>
    public ServeCommand(Terminal terminal, TimeProvider time, Defaults defaults, ILoggerProvider log)
        : base(
            "serve",
            "Let sensors, robots and test benches talk to an emulated chip",
            "ganglion serve examples/neurons/5-two-layers.net.yaml --port spif:3333",
            "ganglion serve net.chip --clock paced:0.5 --port spif:3333,capacity=10000,policy=drop-oldest")
    {
        (_terminal, _time, _defaults, _log) = (terminal, time, defaults, log);
        Arguments.Add(_path);
        Options.Add(_chip);
        _serveOptions.AddTo(this);
        _mappingOptions.AddTo(this);
        _networkOptions.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        ServerOptions options = _serveOptions.Read(arguments);
        using MappingDeadline deadline = _mappingOptions.Deadline(arguments, _time, cancellation);
        using LoadedRun run = new RunLoader(Request(arguments, options, deadline)).Load();
        RunReport.WriteDiagnostics(_terminal.Error, run.Diagnostics);
        ServeSummary summary = ServeAsync(((MachineEmulation)run.Emulation).Machine, options, WantsJson(arguments) ? _terminal.Error : _terminal.Output, cancellation)
            .GetAwaiter().GetResult();
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.ServeSummary);
        }
        else
        {
            ServeReport.Write(_terminal, summary);
        }

        return ExitCode.Success;
    }

    private async Task<ServeSummary> ServeAsync(Machine machine, ServerOptions options, TextWriter output, CancellationToken cancellation)
    {
        await using var server = new GanglionServer(machine, options, _time, logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log));
        await server.StartAsync(CancellationToken.None);
        ServeReport.WriteReady(output, server);
        await server.RunUntilStoppedAsync(cancellation);
        return ServeSummary.Of(server.State);
    }

    private RunRequest Request(ParseResult arguments, ServerOptions options, MappingDeadline deadline)
    {
        string path = arguments.GetRequiredValue(_path);
        string chip = arguments.GetValue(_chip) ?? _defaults.Chip;
        bool isImage = path.EndsWith(RunLoader.ImageExtension, StringComparison.OrdinalIgnoreCase);
        if (isImage && arguments.GetValue(_chip) is not null)
        {
            throw new UsageException("a chip image brings its chip along; leave --chip out, or compile the network anew");
        }

        if (isImage && _mappingOptions.Given(arguments) is { } late)
        {
            throw new UsageException($"a chip image is mapped already; leave {late} out, or compile the network anew");
        }

        if (!isImage && chip == ChipInput.None)
        {
            throw new UsageException("a server emulates a chip; name one with --chip");
        }

        return new RunRequest
        {
            Path = path,
            Chip = chip,
            NetworkOptions = _networkOptions.Read(arguments, path),
            CompilerOptions = _mappingOptions.Read(arguments, deadline),
            Activity = _mappingOptions.Activity(arguments),
            Seed = options.Seed,
            Threads = options.Threads ?? _defaults.Threads,
        };
    }
}
