using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Ganglion.CommandLine.Commands;

namespace Ganglion.CommandLine;

/// <summary>Help that ends with examples.</summary>
/// <param name="help">What writes the help itself.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly string[] RootExamples = ["ganglion demo", "ganglion run examples/neurons/4-random-group.net.yaml --steps 1000 --out runs/group"];

    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in parseResult.CommandResult.Command is GanglionCommand command ? command.Examples : RootExamples)
        {
            output.WriteLine($"  {example}");
        }

        return exitCode;
    }
}
