using System.Diagnostics.CodeAnalysis;
using Ganglion.ChipSpec.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Builds the nodes of a <see cref="YamlDocument"/> from parsing events, within limits.</summary>
/// <remarks>Ends at the first finding that makes the rest meaningless; duplicate and unsuitable keys are recorded and skipped.</remarks>
internal sealed class YamlTreeBuilder(YamlDocument document, string text, YamlLimits limits)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
    private int _nodes;
    private int _depth;

    /// <summary>Builds the tree.</summary>
    /// <exception cref="InvalidInputException">The text is not YAML, or beyond the limits.</exception>
    public YamlNode Build()
    {
        YamlTextCheck.Check(document, text, limits);
        Next<StreamStart>();
        if (Next() is not DocumentStart start)
        {
            throw Refuse(YamlDiagnostics.Empty, Mark.Empty, "no content", "one YAML document", "check that this is the right file");
        }

        if (start.Version is not null || start.Tags?.Any(tag => tag.Handle is not ("!" or "!!")) == true)
        {
            throw Refuse(YamlDiagnostics.Forbidden, start.Start, "a directive (%…)", "plain YAML without directives", "remove the line");
        }

        YamlNode root = BuildNode(Next(), null, null, 0);
        Next<DocumentEnd>();
        ParsingEvent end = Next();
        if (end is not StreamEnd)
        {
            throw Refuse(YamlDiagnostics.Forbidden, end.Start, "a second document", "one document per file", "remove the line '---' and what follows, or split the file");
        }

        return root;
    }

    private YamlNode BuildNode(ParsingEvent current, YamlNode? parent, string? key, int index)
    {
        if (++_nodes > limits.MaxNodes)
        {
            throw Refuse(YamlDiagnostics.TooLarge, current.Start, $"more than {limits.MaxNodes} values", $"at most {limits.MaxNodes} values", "split the file");
        }

        RejectForbidden(current);
        YamlPlace place = new(parent, key, index, Line(current.Start), Column(current.Start));
        switch (current)
        {
            case Scalar scalar:
                return BuildScalar(scalar, place);
            case SequenceStart:
                Enter(current);
                YamlSequence sequence = new(document, place);
                for (ParsingEvent next = Next(); next is not SequenceEnd; next = Next())
                {
                    sequence.Add(BuildNode(next, sequence, null, sequence.Items.Count));
                }

                _depth--;
                return sequence;
            case MappingStart:
                Enter(current);
                YamlMapping mapping = new(document, place);
                for (ParsingEvent next = Next(); next is not MappingEnd; next = Next())
                {
                    BuildEntry(next, mapping);
                }

                _depth--;
                return mapping;
            default:
                throw Refuse(YamlDiagnostics.Syntax, current.Start, "text that is not YAML", null, "correct the syntax");
        }
    }

    private YamlScalar BuildScalar(Scalar scalar, YamlPlace place)
    {
        if (scalar.Value.Length > limits.MaxScalarLength)
        {
            throw Refuse(
                YamlDiagnostics.TooLarge, scalar.Start, $"a text of {scalar.Value.Length} characters", $"at most {limits.MaxScalarLength} characters", "shorten it");
        }

        return new YamlScalar(document, place, scalar.Value, scalar.Style == ScalarStyle.Plain, Layout(scalar));
    }

    private static ScalarLayout Layout(Scalar scalar)
    {
        if (scalar.Style == ScalarStyle.Literal)
        {
            return ScalarLayout.Block;
        }

        bool isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        bool isVerbatim = scalar.Style != ScalarStyle.Folded && scalar.Start.Line == scalar.End.Line
            && scalar.End.Column - scalar.Start.Column == scalar.Value.Length + (isQuoted ? 2 : 0);
        return !isVerbatim ? ScalarLayout.Altered : isQuoted ? ScalarLayout.Quoted : ScalarLayout.Plain;
    }

    private void BuildEntry(ParsingEvent key, YamlMapping mapping)
    {
        YamlNode keyNode = BuildNode(key, mapping, "(key)", 0);
        string name = keyNode is YamlScalar scalar ? scalar.Text : "";
        YamlNode value = BuildNode(Next(), mapping, name, mapping.Entries.Count);
        if (keyNode is not YamlScalar)
        {
            keyNode.Report(YamlDiagnostics.WrongType, $"{keyNode.Description} as a key", "text as a key");
        }
        else if (!mapping.TryAdd(new YamlEntry(name, value, Line(key.Start), Column(key.Start))))
        {
            SourceLocation location = value.Location with { Line = Line(key.Start), Column = Column(key.Start) };
            document.Violations.Add(YamlDiagnostics.DuplicateKey, location, $"key '{Printable.Shorten(name)}' a second time", "every key once", "remove one of them");
        }
    }

    private void RejectForbidden(ParsingEvent current)
    {
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse(YamlDiagnostics.Forbidden, current.Start, current is AnchorAlias ? "an alias (*…)" : "an anchor (&…)", "values written out", "write the value out, or quote a text that begins with * or &");
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            throw Refuse(YamlDiagnostics.Forbidden, current.Start, "a tag (!…)", "values without tags", "remove the tag, or quote a text that begins with !");
        }
    }

    private void Enter(ParsingEvent current)
    {
        if (++_depth > limits.MaxDepth)
        {
            throw Refuse(YamlDiagnostics.TooLarge, current.Start, $"more than {limits.MaxDepth} levels of nesting", $"at most {limits.MaxDepth} levels", "check that this is the right file");
        }
    }

    private void Next<TEvent>()
        where TEvent : ParsingEvent
    {
        if (Next() is not TEvent)
        {
            throw Refuse(YamlDiagnostics.Syntax, _parser.Current?.Start ?? Mark.Empty, "text that is not YAML", null, "correct the syntax");
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The parser's own exceptions for hostile text are not documented.")]
    private ParsingEvent Next()
    {
        try
        {
            if (_parser.MoveNext())
            {
                return _parser.Current!;
            }
        }
        catch (YamlException e)
        {
            string found = YamlTextCheck.Describe(e.Message);
            throw YamlTextCheck.TabIndentedLine(text, Line(e.Start)) is { } line
                ? Refuse(YamlDiagnostics.Syntax, line, 1, found, "spaces as indentation", "indent the line with spaces, not with tabs")
                : Refuse(YamlDiagnostics.Syntax, e.Start, found, null, "check indentation, brackets and quotes near this line");
        }
        catch (Exception e) when (e is not InvalidInputException and not OutOfMemoryException)
        {
            throw Refuse(YamlDiagnostics.Syntax, Mark.Empty, "text that is not YAML", null, "correct the syntax");
        }

        throw Refuse(YamlDiagnostics.Syntax, Mark.Empty, "an unexpected end", null, "complete the file");
    }

    private InvalidInputException Refuse(DiagnosticDescriptor descriptor, Mark mark, string found, string? allowed, string remedy) =>
        Refuse(descriptor, Line(mark), Column(mark), found, allowed, remedy);

    private InvalidInputException Refuse(DiagnosticDescriptor descriptor, int line, int column, string found, string? allowed, string remedy)
    {
        document.Violations.Add(descriptor, new SourceLocation(document.FileName, line, column), found, allowed, remedy);
        return new InvalidInputException([.. document.Violations.Diagnostics]);
    }

    private static int Line(Mark mark) => (int)Math.Max(1, mark.Line);

    private static int Column(Mark mark) => (int)Math.Max(1, mark.Column);
}
