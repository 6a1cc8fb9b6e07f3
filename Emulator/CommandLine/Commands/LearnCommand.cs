using System.CommandLine;
using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion learn</c>: networks that learn on an emulated chip while they work.</summary>
internal sealed class LearnCommand : GanglionCommand
{
    private readonly Terminal _terminal;

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds where nothing is said.</param>
    public LearnCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base("learn", "Let a network learn a task on an emulated chip", "ganglion learn conditioning --runs 2 --trials 100")
    {
        _terminal = terminal;
        Subcommands.Add(new LearnConditioningCommand(terminal, time, defaults));
        Subcommands.Add(new LearnDigitsCommand(terminal, time, defaults));
        Subcommands.Add(new LearnNewDigitsCommand(terminal, time, defaults));
        Subcommands.Add(new LearnFashionCommand(terminal, time, defaults));
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string tasks = string.Join(", ", Subcommands.Select(command => command.Name));
        throw new UsageException($"name the task to learn: {tasks}");
    }
}
