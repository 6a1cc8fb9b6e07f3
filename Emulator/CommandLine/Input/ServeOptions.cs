using System.CommandLine;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Options;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for what a server does; they win over its configuration file, and ports add to those of the file.</summary>
internal sealed class ServeOptions
{
    private readonly Option<string?> _clock = SettingOptions.Text(
        "--clock", "What makes time pass: lockstep (clients grant it), paced[:SCALE] (the wall clock) or free [default: paced]", "clock");

    private readonly Option<string?> _timestep = SettingOptions.Text("--timestep", "Wall time of a paced timestep at scale 1 [default: 1ms]", "duration");
    private readonly Option<long?> _steps = CommandOptions.Number("--steps", "Timesteps after which the server ends [default: never]", 1, 1_000_000_000_000_000);
    private readonly Option<long?> _seed = CommandOptions.Number("--seed", "Seed of every random draw [default: 0]", 0, long.MaxValue);
    private readonly Option<long?> _threads = CommandOptions.Number("--threads", "Worker threads; they never change the result [default: by size]", 1, CommandOptions.MaximumThreads);
    private readonly Option<string[]> _ports = new("--port")
    {
        Description = "Port, spif:NUMBER, eieio:NUMBER or renode:NUMBER with settings such as ,sources=a+b,policy=drop-oldest; 'ganglion explain GAN3001' lists them; may be repeated",
        HelpName = "port",
    };

    private readonly Option<string?> _config = SettingOptions.Text("--config", "YAML or JSON file with the same settings", "file");
    private readonly ServeAccessOptions _access = new();
    private readonly ServeLimitOptions _limits = new();

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_clock, _timestep, _steps, _seed, _threads, _ports, _config])
        {
            command.Options.Add(option);
        }

        _access.AddTo(command);
        _limits.AddTo(command);
    }

    /// <summary>The user's choice.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <exception cref="InvalidInputException">Something cannot be read.</exception>
    public ServerOptions Read(ParseResult arguments)
    {
        var violations = new ViolationCollector();
        ServerOptions options = arguments.GetValue(_config) is { } file ? ServerFile.Read(file) : new ServerOptions();
        options = _access.Read(arguments, options, violations) with
        {
            Clock = ReadClock(arguments, options.Clock, violations),
            Steps = arguments.GetValue(_steps) ?? options.Steps,
            Seed = (ulong?)arguments.GetValue(_seed) ?? options.Seed,
            Threads = (int?)arguments.GetValue(_threads) ?? options.Threads,
            Ports = [.. options.Ports, .. (arguments.GetValue(_ports) ?? []).Select(text => PortText.Read(text, new SourceLocation("--port"), violations))],
            Limits = _limits.Read(arguments, options.Limits, violations),
        };
        violations.ThrowIfInvalid();
        return options;
    }

    private SessionClock ReadClock(ParseResult arguments, SessionClock usual, ViolationCollector violations)
    {
        SessionClock clock = SettingOptions.Parse(arguments, _clock, SessionClock.TryParse, SessionClock.Forms, violations) ?? usual;
        return clock with { Timestep = SettingOptions.Duration(arguments, _timestep, violations) ?? usual.Timestep };
    }
}
