using System.CommandLine;

namespace Ganglion.CommandLine.Commands;

/// <summary>A command of the program.</summary>
internal abstract class GanglionCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document; docs/formats/json.md describes it" };

    /// <summary>Creates a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, as help says it.</param>
    /// <param name="examples">Command lines that help shows.</param>
    protected GanglionCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        Options.Add(_json);
        SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
    }

    /// <summary>Command lines that help shows.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Does what the user asks for.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    protected abstract int Run(ParseResult arguments, CancellationToken cancellation);

    /// <summary>Whether the user wants JSON.</summary>
    /// <param name="arguments">The parsed command line.</param>
    protected bool WantsJson(ParseResult arguments) => arguments.GetValue(_json);
}
