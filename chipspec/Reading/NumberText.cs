using System.Globalization;

namespace Ganglion.ChipSpec.Reading;

/// <summary>What counts as a number in a plain scalar, and how ranges of numbers read in messages.</summary>
internal static class NumberText
{
    private const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Whether a text is a decimal integer of any size.</summary>
    public static bool IsInteger(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text is ['+' or '-', .. var rest] ? rest : text;
        return digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>Whether a text is a decimal number; infinities and NaN in YAML's notation count, as values outside of every range.</summary>
    public static bool IsNumber(string text, out double value)
    {
        switch (text)
        {
            case ".inf" or "+.inf" or ".Inf" or ".INF":
                value = double.PositiveInfinity;
                return true;
            case "-.inf" or "-.Inf" or "-.INF":
                value = double.NegativeInfinity;
                return true;
            case ".nan" or ".NaN" or ".NAN":
                value = double.NaN;
                return true;
            default:
                // double.TryParse takes the words Infinity and NaN too, which YAML does not.
                value = 0;
                return text.Length > 0 && char.IsAsciiDigit(text[^1]) | text[^1] == '.'
                    && double.TryParse(text, Float, CultureInfo.InvariantCulture, out value);
        }
    }

    /// <summary>A range of integers in words.</summary>
    public static string Range(long min, long max)
    {
        bool noMin = min is long.MinValue or int.MinValue;
        bool noMax = max is long.MaxValue or int.MaxValue;
        return (noMin, noMax) switch
        {
            (true, true) => max == int.MaxValue ? "of 32 bits" : "of 64 bits",
            (true, false) => $"of at most {max}",
            (false, true) => $"of at least {min}",
            _ => $"from {min} to {max}",
        };
    }

    /// <summary>A range of numbers in words.</summary>
    public static string Range(double min, double max) => (min == double.MinValue, max == double.MaxValue) switch
    {
        (true, true) => "that is finite",
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"of at most {max}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"of at least {min}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"from {min} to {max}"),
    };
}
