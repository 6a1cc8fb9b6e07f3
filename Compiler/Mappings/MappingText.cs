using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Mappings;

/// <summary>Neurons as people write them: <c>hidden[0-99,120]</c>.</summary>
internal static class MappingText
{
    /// <summary>Reads the neurons of one population.</summary>
    /// <returns><see langword="null"/> when the text is not of that form.</returns>
    public static (string Population, IReadOnlyList<(int First, int Count)> Ranges)? Parse(string text)
    {
        int bracket = text.LastIndexOf('[');
        if (bracket < 1 || text[^1] != ']')
        {
            return null;
        }

        List<(int, int)> ranges = [];
        foreach (string part in text[(bracket + 1)..^1].Split(','))
        {
            if (ParseRange(part) is not { } range)
            {
                return null;
            }

            ranges.Add(range);
        }

        return (text[..bracket], ranges);
    }

    /// <summary>Reads <c>7</c> or <c>7-9</c>, both ends included.</summary>
    /// <returns><see langword="null"/> when the text is not of that form.</returns>
    public static (int First, int Count)? ParseRange(string text)
    {
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        string firstText = dash < 0 ? text : text[..dash];
        string lastText = dash < 0 ? text : text[(dash + 1)..];
        return TryParse(firstText, out int first) && TryParse(lastText, out int last) && first <= last && last < int.MaxValue
            ? (first, last - first + 1)
            : null;

        static bool TryParse(string number, out int value) =>
            int.TryParse(number.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Writes the neurons of a core in the order of their compartments.</summary>
    public static IEnumerable<string> Describe(CoreImage core, IReadOnlyList<PopulationImage> populations)
    {
        StringBuilder text = new();
        for (int i = 0; i < core.Runs.Count; i++)
        {
            CompartmentRun run = core.Runs[i];
            bool continues = i > 0 && core.Runs[i - 1].Population == run.Population;
            text.Append(continues ? "," : $"{populations[run.Population].Name}[");
            text.Append(CultureInfo.InvariantCulture, $"{run.FirstNeuron}");
            if (run.Count > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"-{run.FirstNeuron + run.Count - 1}");
            }

            if (i == core.Runs.Count - 1 || core.Runs[i + 1].Population != run.Population)
            {
                yield return text.Append(']').ToString();
                text.Clear();
            }
        }
    }

    /// <summary>A text as JSON has it.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
