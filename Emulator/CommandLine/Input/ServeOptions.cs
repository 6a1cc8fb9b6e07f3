using System.CommandLine;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Options;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for what a server does.</summary>
internal sealed class ServeOptions
{
    private readonly Option<string?> _clock = new("--clock") { Description = "What makes time pass: lockstep (clients grant it), paced[:SCALE] (the wall clock) or free [default: paced]", HelpName = "clock" };
    private readonly Option<string?> _timestep = new("--timestep") { Description = "Wall time of a paced timestep at scale 1 [default: 1ms]", HelpName = "duration" };
    private readonly Option<long?> _steps = CommandOptions.Number("--steps", "Timesteps after which the server ends [default: never]", 1, 1_000_000_000_000_000);
    private readonly Option<long?> _seed = CommandOptions.Number("--seed", "Seed of every random draw [default: 0]", 0, long.MaxValue);
    private readonly Option<long?> _threads = CommandOptions.Number("--threads", "Worker threads; they never change the result [default: by size]", 1, CommandOptions.MaximumThreads);
    private readonly Option<string[]> _ports = new("--port")
    {
        Description = "Event port, spif:NUMBER or eieio:NUMBER with settings such as ,sources=a+b,policy=wait; 'ganglion explain GAN3001' lists them; may be repeated",
        HelpName = "port",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_clock, _timestep, _steps, _seed, _threads, _ports])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The user's choice.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <exception cref="InvalidInputException">Something cannot be read.</exception>
    public ServerOptions Read(ParseResult arguments)
    {
        var violations = new ViolationCollector();
        var options = new ServerOptions();
        options = options with
        {
            Clock = ReadClock(arguments, options.Clock, violations),
            Steps = arguments.GetValue(_steps) ?? options.Steps,
            Seed = (ulong?)arguments.GetValue(_seed) ?? options.Seed,
            Threads = (int?)arguments.GetValue(_threads) ?? options.Threads,
            Ports = [.. options.Ports, .. (arguments.GetValue(_ports) ?? []).Select(text => PortText.Read(text, new SourceLocation("--port"), violations))],
        };
        violations.ThrowIfInvalid();
        return options;
    }

    private SessionClock ReadClock(ParseResult arguments, SessionClock usual, ViolationCollector violations)
    {
        SessionClock clock = usual;
        if (arguments.GetValue(_clock) is { } text)
        {
            if (SessionClock.TryParse(text) is { } read)
            {
                clock = read with { Timestep = usual.Timestep };
            }
            else
            {
                violations.Add(ServerDiagnostics.Setting, new SourceLocation("--clock"), $"the clock is '{Printable.Shorten(text)}'", SessionClock.Forms);
            }
        }

        if (arguments.GetValue(_timestep) is not { } timestep)
        {
            return clock;
        }

        if (SettingText.Duration(timestep) is { } duration)
        {
            return clock with { Timestep = duration };
        }

        violations.Add(ServerDiagnostics.Setting, new SourceLocation("--timestep"), $"the timestep is '{Printable.Shorten(timestep)}'", SettingText.DurationForms);
        return clock;
    }
}
