using System.CommandLine;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion explain</c>: the long form of a diagnostic.</summary>
internal sealed class ExplainCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _code = new("code")
    {
        Description = "Code of a message, e.g. GAN1001; without it, all codes are listed",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public ExplainCommand(Terminal terminal)
        : base("explain", "Explain a message's code", "ganglion explain GAN1001", "ganglion explain --json")
    {
        _terminal = terminal;
        Arguments.Add(_code);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string? code = arguments.GetValue(_code);
        if (code is null)
        {
            List(WantsJson(arguments));
            return ExitCode.Success;
        }

        DiagnosticDescriptor found = DiagnosticCatalogue.All.FirstOrDefault(d => d.Code.Equals(code, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"there is no code '{code}'; 'ganglion explain' lists all of them");
        if (WantsJson(arguments))
        {
            _terminal.Write(Document(found), PlainJson.Contracts.ExplanationDocument);
            return ExitCode.Success;
        }

        _terminal.WriteHeading($"{found.Code} ({Word(found.Severity)}): {found.Title}");
        _terminal.WriteLine(found.Explanation.Trim());
        return ExitCode.Success;
    }

    private void List(bool json)
    {
        if (json)
        {
            _terminal.Write([.. DiagnosticCatalogue.All.Select(Document)], PlainJson.Contracts.ExplanationDocumentArray);
            return;
        }

        var table = new TextTable("code", "severity", "title");
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.All)
        {
            table.Add(descriptor.Code, Word(descriptor.Severity), descriptor.Title);
        }

        _terminal.Write(table);
    }

    private static ExplanationDocument Document(DiagnosticDescriptor descriptor) =>
        new(descriptor.Code, Word(descriptor.Severity), descriptor.Title, descriptor.Explanation.Trim());

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
