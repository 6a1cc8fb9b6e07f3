using System.Text.Json;

namespace Ganglion.ChipSpec.Reading;

/// <summary>The values of an enumeration as words in camelCase.</summary>
internal static class EnumWords<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>Values by word.</summary>
    public static IReadOnlyDictionary<string, TEnum> Values { get; } =
        Enum.GetValues<TEnum>().ToDictionary(Word, value => value, StringComparer.Ordinal);

    /// <summary>Words in the order of the enumeration.</summary>
    public static IReadOnlyCollection<string> Words { get; } = [.. Enum.GetValues<TEnum>().Select(Word)];

    /// <summary>The word of a value.</summary>
    public static string Word(TEnum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
