using System.CommandLine;
using System.CommandLine.Invocation;

namespace Ganglion.CommandLine;

/// <summary>Prints the version of the program, whatever process it runs in.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProgramVersion.Text);
        return ExitCode.Success;
    }
}
