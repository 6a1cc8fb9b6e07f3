using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>Attributes, written as a mapping or as a list of mappings.</summary>
internal sealed class SanaFeAttributes
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Reads them; there may be none.</summary>
    public SanaFeAttributes(YamlNode? node)
    {
        IEnumerable<YamlNode> parts = node switch
        {
            null or { IsNull: true } => [],
            YamlSequence sequence => sequence.Items,
            _ => [node],
        };
        foreach (YamlEntry entry in parts.SelectMany(part => part.AsMapping().Entries))
        {
            if (!_entries.TryAdd(entry.Key, entry))
            {
                entry.Value.Report(YamlDiagnostics.DuplicateKey, $"key '{entry.Key}' a second time", "every key once", "remove one of them");
            }
        }
    }

    /// <summary>The value of an attribute under any of its names; <see langword="null"/> when it is not there.</summary>
    public YamlNode? Optional(params ReadOnlySpan<string> names)
    {
        YamlNode? found = null;
        foreach (string name in names)
        {
            _asked.Add(name);
            found ??= _entries.GetValueOrDefault(name)?.Value;
        }

        return found;
    }

    /// <summary>Reports every attribute that was never asked for.</summary>
    public void RejectUnknown()
    {
        foreach (YamlEntry entry in _entries.Values.Where(entry => !_asked.Contains(entry.Key)))
        {
            entry.Value.Document.Violations.Add(
                YamlDiagnostics.UnknownKey,
                entry.KeyLocation,
                $"unknown attribute '{entry.Key}'",
                Suggestion.List(_asked),
                Suggestion.Nearest(entry.Key, _asked) is { } nearest ? $"did you mean '{nearest}'?" : "remove it");
        }
    }
}
