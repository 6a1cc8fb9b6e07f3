using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>A YAML text whose every node knows where it stands and gathers what is wrong with it.</summary>
/// <remarks>
/// A reader walks the nodes with typed accessors (<see cref="YamlNode.AsInt32"/> and its siblings), which record a violation and return a
/// default instead of throwing, and ends with <see cref="ThrowIfInvalid"/>:
/// <code>
/// YamlDocument document = YamlDocument.ParseFile(path);
/// YamlMapping root = document.Root.AsMapping();
/// string name = root.Required("name").AsString();
/// int? limit = root.Optional("limit")?.AsInt32(min: 1);
/// root.RejectUnknownKeys();
/// document.ThrowIfInvalid();
/// </code>
/// Anchors, aliases, tags, directives and further documents are refused: no format here needs them, and a few aliases can stand for
/// gigabytes.
/// </remarks>
public sealed class YamlDocument
{
    private readonly string _text;

    private YamlDocument(string text, string fileName, ViolationCollector violations)
    {
        _text = text;
        FileName = fileName;
        Violations = violations;
        Root = YamlNode.Absent(this);
    }

    /// <summary>Name that messages give.</summary>
    public string FileName { get; }

    /// <summary>Top of the document.</summary>
    public YamlNode Root { get; private set; }

    /// <summary>What is wrong so far.</summary>
    public ViolationCollector Violations { get; }

    /// <summary>Parses a text.</summary>
    /// <param name="text">YAML 1.2 text.</param>
    /// <param name="fileName">Name that messages give.</param>
    /// <param name="limits">How much is taken; <see cref="YamlLimits.Default"/> when not given.</param>
    /// <param name="violations">Where violations go; a collector of its own when not given.</param>
    /// <exception cref="InvalidInputException">The text is not YAML, or beyond the limits.</exception>
    public static YamlDocument Parse(string text, string fileName, YamlLimits? limits = null, ViolationCollector? violations = null)
    {
        YamlDocument document = new(text, fileName, violations ?? new ViolationCollector());
        document.Root = new YamlTreeBuilder(document, text, limits ?? YamlLimits.Default).Build();
        return document;
    }

    /// <summary>Parses a file.</summary>
    /// <param name="path">Path of a UTF-8 file.</param>
    /// <param name="limits">How much is taken; <see cref="YamlLimits.Default"/> when not given.</param>
    /// <param name="violations">Where violations go; a collector of its own when not given.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is not YAML, or is beyond the limits.</exception>
    public static YamlDocument ParseFile(string path, YamlLimits? limits = null, ViolationCollector? violations = null) =>
        Parse(TextFile.Read(path, (limits ?? YamlLimits.Default).MaxLength), path, limits, violations);

    /// <summary>Ends the reading when anything was wrong.</summary>
    /// <exception cref="InvalidInputException">With everything that was found.</exception>
    public void ThrowIfInvalid() => Violations.ThrowIfInvalid();

    /// <summary>Spaces at the beginning of a line; <see langword="null"/> when there is nothing else in it.</summary>
    internal int? Indentation(int line)
    {
        int start = 0;
        for (int i = 1; i < line; i++)
        {
            start = _text.IndexOf('\n', start) + 1;
            if (start == 0)
            {
                return null;
            }
        }

        int first = start;
        while (first < _text.Length && _text[first] == ' ')
        {
            first++;
        }

        return first == _text.Length || _text[first] is '\r' or '\n' ? null : first - start;
    }
}
