using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine.Commands;
using Ganglion.CommandLine.Output;
using Microsoft.Extensions.Logging;

namespace Ganglion.CommandLine;

/// <summary>Parses a command line, runs its command, and turns what goes wrong into a message and an exit code.</summary>
internal sealed class Application
{
    private readonly Terminal _terminal;
    private readonly ErrorLog _log;
    private readonly RootCommand _root = new("Ganglion emulates neuromorphic chips: it maps a spiking network onto a chip and runs it, bit for bit.");

    /// <summary>Creates the program from its commands.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="log">Where it logs.</param>
    /// <param name="commands">The commands, in the order in which help lists them.</param>
    public Application(Terminal terminal, ErrorLog log, IEnumerable<GanglionCommand> commands)
    {
        _terminal = terminal;
        _log = log;
        foreach (GanglionCommand command in commands)
        {
            _root.Subcommands.Add(command);
        }

        _root.Options.Add(CommandOptions.Verbose);
        HelpOption help = _root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        _root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
    }

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="cancellation">Stops the command; what it has recorded is kept.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        ParseResult parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        bool verbose = CommandOptions.IsGiven(parsed, CommandOptions.Verbose);
        _log.Level = verbose ? LogLevel.Debug : LogLevel.Warning;
        if (arguments.Length == 0)
        {
            _root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = _terminal.Error, Error = _terminal.Error });
            return ExitCode.BadInput;
        }

        if (parsed.Action is ParseErrorAction || ParseComplaint.IsMistaken(parsed))
        {
            return Complain(ParseComplaint.Of(parsed), $"run '{NameOf(parsed)} --help' to see what it takes");
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = _terminal.Output,
                    Error = _terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellation);
        }
        catch (InvalidInputException e)
        {
            return Complain(e);
        }
        catch (UsageException e)
        {
            return Complain([e.Message]);
        }
        catch (OperationCanceledException)
        {
            _terminal.Error.WriteLine("ganglion: stopped");
            return ExitCode.Failure;
        }
#pragma warning disable CA1031 // The last resort: whatever went wrong becomes one line and an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _terminal.Error.WriteLine(verbose ? $"ganglion: {e}" : $"ganglion: {OneLine(e.Message)}");
            if (!verbose)
            {
                _terminal.Error.WriteLine("  run it again with --verbose for details");
            }

            return ExitCode.Failure;
        }
    }

    private int Complain(InvalidInputException invalid)
    {
        foreach (Diagnostic diagnostic in invalid.Diagnostics)
        {
            _terminal.Error.WriteLine(diagnostic.ToString());
        }

        Diagnostic first = invalid.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) ?? invalid.Diagnostics[0];
        _terminal.Error.WriteLine($"  'ganglion explain {first.Code}' says more");
        return ExitCode.BadInput;
    }

    private int Complain(IEnumerable<string> complaints, string? hint = null)
    {
        foreach (string complaint in complaints)
        {
            _terminal.Error.WriteLine($"ganglion: {complaint}");
        }

        if (hint is not null)
        {
            _terminal.Error.WriteLine($"  {hint}");
        }

        return ExitCode.BadInput;
    }

    private string NameOf(ParseResult parsed) => NameOf(parsed.CommandResult.Command);

    private string NameOf(Command command) =>
        command == _root ? "ganglion" : $"{NameOf(command.Parents.OfType<Command>().First())} {command.Name}";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
