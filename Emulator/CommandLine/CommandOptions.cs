using System.CommandLine;

namespace Ganglion.CommandLine;

/// <summary>Options that several commands take.</summary>
internal static class CommandOptions
{
    /// <summary>Most workers that can be asked for.</summary>
    public const int MaximumThreads = 256;

    /// <summary>Details of what happens, on standard error; every command takes it.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Say what happens, and show details of failures",
        Recursive = true,
    };

    /// <summary>Whether the user gave an option, rather than leaving it to its default.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="option">The option.</param>
    public static bool IsGiven(ParseResult arguments, Option option) => arguments.GetResult(option) is { Implicit: false };

    /// <summary>Makes an option for a whole number.</summary>
    /// <param name="name">Name, with dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    public static Option<long?> Number(string name, string description, long minimum, long maximum) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (long.TryParse(text, out long value) && value >= minimum && value <= maximum)
            {
                return value;
            }

            result.AddError($"{name} is '{text}'; allowed: a whole number from {minimum} to {maximum}");
            return null;
        },
    };

    /// <summary>Makes an option with a few words to choose from.</summary>
    /// <param name="name">Name, with dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="words">The words; the first is the default.</param>
    public static Option<string> Choice(string name, string description, params string[] words)
    {
        Option<string> option = new(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
        };
        option.Validators.Add(result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : words[0];
            if (!words.Contains(text, StringComparer.Ordinal))
            {
                result.AddError($"{name} is '{text}'; {ChipSpec.Reading.Suggestion.Remedy(text, words)}");
            }
        });
        return option;
    }
}
