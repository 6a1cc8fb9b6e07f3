using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>A mapping from text keys to nodes.</summary>
/// <remarks>It remembers which keys were asked for, so that <see cref="RejectUnknownKeys"/> can name the others.</remarks>
public sealed class YamlMapping : YamlNode
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly List<YamlEntry> _entries = [];
    private readonly List<string> _asked = [];
    private readonly bool _isAbsent;

    internal YamlMapping(YamlDocument document, YamlPlace place, bool isAbsent = false)
        : base(document, place) => _isAbsent = isAbsent;

    /// <inheritdoc/>
    public override bool IsAbsent => _isAbsent;

    /// <summary>Keys and values, in the order of the file; for mappings whose keys are names that the user chooses.</summary>
    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <inheritdoc/>
    public override string Description => "a mapping";

    /// <summary>Whether a key is present, even with null as its value; counts as asking for it.</summary>
    /// <param name="key">Key.</param>
    public bool Has(string key)
    {
        Ask(key);
        return _values.ContainsKey(key);
    }

    /// <summary>The value of a key; <see langword="null"/> when the key is missing or its value is null.</summary>
    /// <param name="key">Key.</param>
    public YamlNode? Optional(string key)
    {
        Ask(key);
        return _values.TryGetValue(key, out YamlNode? value) && !value.IsNull ? value : null;
    }

    /// <summary>The value of a key that must be present; an absent node, and a violation, when it is missing.</summary>
    /// <param name="key">Key.</param>
    public YamlNode Required(string key)
    {
        Ask(key);
        if (_values.TryGetValue(key, out YamlNode? value))
        {
            return value;
        }

        Report(YamlDiagnostics.MissingKey, $"key '{key}' is missing", remedy: $"add '{key}:'");
        return Absent(Document);
    }

    /// <summary>Records every key that was never asked for as unknown.</summary>
    public void RejectUnknownKeys()
    {
        foreach (YamlEntry entry in _entries)
        {
            if (!_asked.Contains(entry.Key))
            {
                // A key that is present is not what was meant by another.
                string[] candidates = [.. _asked.Where(key => !_values.ContainsKey(key))];
                SourceLocation location = entry.KeyLocation;
                string? nearest = Document.Violations.IsFull ? null : Suggestion.Nearest(entry.Key, candidates);
                Document.Violations.Add(
                    YamlDiagnostics.UnknownKey,
                    location,
                    $"unknown key '{Printable.Shorten(entry.Key)}'",
                    _asked.Count == 0 ? "no keys" : Suggestion.List(_asked),
                    nearest is null ? "remove it" : $"did you mean '{nearest}'?");
            }
        }
    }

    internal static YamlMapping CreateAbsent(YamlDocument document) => new(document, default, isAbsent: true);

    internal bool TryAdd(YamlEntry entry)
    {
        if (!_values.TryAdd(entry.Key, entry.Value))
        {
            return false;
        }

        _entries.Add(entry);
        return true;
    }

    private void Ask(string key)
    {
        if (!_asked.Contains(key))
        {
            _asked.Add(key);
        }
    }
}
