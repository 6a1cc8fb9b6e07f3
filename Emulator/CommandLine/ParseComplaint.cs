using System.CommandLine;
using System.CommandLine.Parsing;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.CommandLine;

/// <summary>What is wrong with a command line, with suggestions for misspelt words.</summary>
internal static class ParseComplaint
{
    /// <summary>Whether a misspelt option was taken for an argument.</summary>
    /// <param name="parsed">A command line that parsed.</param>
    public static bool IsMistaken(ParseResult parsed) => parsed.Action is not HelpWithExamples && Mistaken(parsed).Any();

    /// <summary>The complaints, one line each.</summary>
    /// <param name="parsed">A command line with errors.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        string[] unknown = [.. Mistaken(parsed), .. parsed.UnmatchedTokens];
        return unknown.Length > 0
            ? [.. unknown.Select(token => Unknown(token, parsed.CommandResult.Command))]
            : [.. parsed.Errors.Select(error => error.Message.ReplaceLineEndings(" ").TrimEnd('.')).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Mistaken(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Where(text => text.Length > 1 && text.StartsWith('-'));

    private static string Unknown(string token, Command command)
    {
        bool isOption = token.StartsWith('-');
        string[] known = isOption
            ? [.. command.Options.Select(option => option.Name), "--help", "--verbose"]
            : [.. command.Subcommands.Select(subcommand => subcommand.Name)];
        string kind = (isOption, known.Length) switch
        {
            (true, _) => "option",
            (false, 0) => "argument",
            _ => "command",
        };
        string text = $"there is no {kind} '{token}'";
        return Suggestion.Nearest(token, known) is { } nearest ? $"{text}; did you mean '{nearest}'?" : text;
    }
}
