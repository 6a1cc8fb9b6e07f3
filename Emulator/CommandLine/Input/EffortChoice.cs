using System.CommandLine.Parsing;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;

namespace Ganglion.CommandLine.Input;

/// <summary>An effort by name, or in seconds.</summary>
/// <param name="Effort">How much work.</param>
/// <param name="Seconds">Wall time after which the best so far is taken; <see langword="null"/> where the effort itself ends.</param>
internal sealed record EffortChoice(MappingEffort Effort, double? Seconds)
{
    private const double MostSeconds = 1e6;

    private static readonly string[] Words = ["quick", "normal", "best"];

    /// <summary>Reads the value of an option, and complains about what is neither.</summary>
    /// <param name="result">What the user gave.</param>
    public static EffortChoice? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Array.IndexOf(Words, text) is >= 0 and var word)
        {
            return new EffortChoice((MappingEffort)word, null);
        }

        if (double.TryParse(text, out double seconds) && seconds is > 0 and <= MostSeconds)
        {
            return new EffortChoice(MappingEffort.UntilEnd, seconds);
        }

        result.AddError($"--effort is '{text}'; {Suggestion.Remedy(text, Words)}, or a number of seconds up to {MostSeconds:N0}");
        return null;
    }
}
