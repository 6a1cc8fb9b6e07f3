using System.Globalization;

namespace Ganglion.CommandLine.Output;

/// <summary>Amounts for people: four digits and a fitting prefix.</summary>
internal static class Quantity
{
    private static readonly (double Factor, string Prefix)[] Prefixes =
        [(1e9, "G"), (1e6, "M"), (1e3, "k"), (1, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n"), (1e-12, "p"), (1e-15, "f")];

    /// <summary>An energy, e.g. <c>1.234 µJ</c>.</summary>
    /// <param name="joule">In joule.</param>
    public static string Energy(double joule) => WithPrefix(joule, "J");

    /// <summary>A duration, e.g. <c>12.3 ms</c>.</summary>
    /// <param name="seconds">In seconds.</param>
    public static string Duration(double seconds) => seconds >= 1 ? $"{Digits(seconds)} s" : WithPrefix(seconds, "s");

    /// <summary>A whole number with separators, e.g. <c>1,234,567</c>.</summary>
    /// <param name="count">The number.</param>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole number of things, e.g. <c>1 core</c> or <c>2 cores</c>.</summary>
    /// <param name="count">The number.</param>
    /// <param name="thing">Name of one of them.</param>
    public static string Count(long count, string thing) => $"{Count(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>A number with about four digits.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => Digits(value);

    /// <summary>A fraction as percentage, e.g. <c>97.2 %</c>.</summary>
    /// <param name="fraction">0 to 1.</param>
    public static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:0.0} %");

    private static string WithPrefix(double value, string unit)
    {
        if (value == 0)
        {
            return $"0 {unit}";
        }

        (double factor, string prefix) = Prefixes.FirstOrDefault(p => Math.Abs(value) >= 0.99995 * p.Factor, Prefixes[^1]);
        return $"{Digits(value / factor)} {prefix}{unit}";
    }

    private static string Digits(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000", CultureInfo.InvariantCulture),
    };
}
