using System.CommandLine;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Server.Options;

namespace Ganglion.CommandLine.Input;

/// <summary>Options whose texts a server's configuration file has as well.</summary>
internal static class SettingOptions
{
    /// <summary>Makes an option for a text.</summary>
    /// <param name="name">Name, with dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="helpName">What stands for the text in help.</param>
    public static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };

    /// <summary>Reads a duration.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="option">The option.</param>
    /// <param name="violations">Where a violation goes.</param>
    public static TimeSpan? Duration(ParseResult arguments, Option<string?> option, ViolationCollector violations) =>
        arguments.GetValue(option) is { } text ? SettingText.Duration(text) ?? Refuse<TimeSpan?>(option, text, SettingText.DurationForms, violations) : null;

    /// <summary>Reads another text.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="option">The option.</param>
    /// <param name="parse">Reads it; <see langword="null"/> if it cannot be read.</param>
    /// <param name="forms">How it is written.</param>
    /// <param name="violations">Where a violation goes.</param>
    public static T? Parse<T>(ParseResult arguments, Option<string?> option, Func<string, T?> parse, string forms, ViolationCollector violations)
        where T : class =>
        arguments.GetValue(option) is { } text ? parse(text) ?? Refuse<T>(option, text, forms, violations) : null;

    /// <summary>Says that a text cannot be read.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">The text.</param>
    /// <param name="forms">How it is written.</param>
    /// <param name="violations">Where the violation goes.</param>
    public static T? Refuse<T>(Option option, string text, string forms, ViolationCollector violations)
    {
        violations.Add(ServerDiagnostics.Setting, new SourceLocation(option.Name), $"'{Printable.Shorten(text)}' is not what it must be", forms);
        return default;
    }
}
