using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Tests.Reading;

public sealed class YamlDocumentTests
{
    [Fact]
    public void Reads_scalars_lists_and_mappings()
    {
        YamlDocument document = YamlDocument.Parse(
            """
            name: 7 # plain text that looks like a number is text where text is wanted
            count: -12
            large: 9000000000
            share: 2.5e-1
            flag: true
            kind: ordinalIgnoreCase
            list: [1, 2, 3]
            entries:
              a: {x: 1}
              b: {x: 2}
            """,
            "x.yaml");
        YamlMapping root = document.Root.AsMapping();

        Assert.Equal("7", root.Required("name").AsString());
        Assert.Equal(-12, root.Required("count").AsInt32());
        Assert.Equal(9_000_000_000, root.Required("large").AsInt64());
        Assert.Equal(0.25, root.Required("share").AsDouble());
        Assert.True(root.Required("flag").AsBoolean());
        Assert.Equal(StringComparison.OrdinalIgnoreCase, root.Required("kind").AsEnum<StringComparison>());
        Assert.Equal([1, 2, 3], root.Required("list").AsSequence().Select(item => item.AsInt32()));
        Assert.Equal(["a", "b"], root.Required("entries").AsMapping().Entries.Select(entry => entry.Key));
        Assert.Null(root.Optional("missing"));
        root.RejectUnknownKeys();
        document.ThrowIfInvalid();
    }

    [Fact]
    public void Reports_all_violations_at_once_with_line_column_and_path()
    {
        YamlDocument document = YamlDocument.Parse(
            """
            core:
              compartments: many
              inAxons: 99
            list:
              - {value: "1"}
            compartment: 3
            """,
            "x.yaml");
        YamlMapping root = document.Root.AsMapping();
        YamlMapping core = root.Required("core").AsMapping();
        core.Required("compartments").AsInt32(min: 1);
        core.Required("inAxons").AsInt32(1, 10);
        core.Required("outAxons").AsInt32();
        root.Required("list").AsSequence()[0].AsMapping().Required("value").AsInt32();
        root.Optional("compartments");
        root.RejectUnknownKeys();

        InvalidInputException e = Assert.Throws<InvalidInputException>(document.ThrowIfInvalid);

        Assert.Equal(
            [
                "x.yaml:2:17: core.compartments: error GAN1010: the text 'many'; allowed: an integer of at least 1",
                "x.yaml:3:12: core.inAxons: error GAN1014: 99; allowed: an integer from 1 to 10",
                "x.yaml:2:3: core: error GAN1011: key 'outAxons' is missing. Try: add 'outAxons:'",
                "x.yaml:5:13: list[0].value: error GAN1010: the text '1'; allowed: an integer of 32 bits",
                "x.yaml:6:1: compartment: error GAN1012: unknown key 'compartment'; allowed: core, list, compartments. Try: did you mean 'compartments'?",
            ],
            e.Diagnostics.Select(d => d.ToString()));
    }

    [Fact]
    public void What_is_missing_is_reported_once_and_not_again_below()
    {
        YamlDocument document = YamlDocument.Parse("a: 1", "x.yaml");
        YamlMapping missing = document.Root.AsMapping().Required("core").AsMapping();

        Assert.True(missing.IsAbsent);
        Assert.Equal(0, missing.Required("compartments").AsInt32(min: 1));
        Assert.Empty(missing.Required("list").AsSequence(minCount: 1));
        Assert.Equal("", missing.Required("name").AsChoice(["x"]));
        Assert.Single(document.Violations.Diagnostics);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("'1'")]
    [InlineData("1 pJ")]
    [InlineData("0x10")]
    [InlineData("[1]")]
    [InlineData("{a: 1}")]
    [InlineData("true")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("~")]
    public void Integers_are_written_in_decimal_without_quotes(string text) =>
        Assert.Equal("GAN1010", OnlyViolation($"a: {text}", node => node.AsInt32()).Code);

    [Theory]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999999")]
    [InlineData("-1")]
    public void Integers_stay_in_their_range(string text) =>
        Assert.Equal("GAN1014", OnlyViolation($"a: {text}", node => node.AsInt32(min: 0)).Code);

    [Theory]
    [InlineData(".nan")]
    [InlineData(".inf")]
    [InlineData("-.inf")]
    [InlineData("1e999")]
    public void Numbers_are_finite(string text) => Assert.Equal("GAN1014", OnlyViolation($"a: {text}", node => node.AsDouble()).Code);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("'1.5'")]
    public void Numbers_are_written_as_yaml_writes_them(string text) =>
        Assert.Equal("GAN1010", OnlyViolation($"a: {text}", node => node.AsDouble()).Code);

    [Fact]
    public void An_unknown_word_names_the_nearest()
    {
        Diagnostic diagnostic = OnlyViolation("a: ordinalIgnorecase", node => node.AsEnum<StringComparison>());

        Assert.Equal("GAN1015", diagnostic.Code);
        Assert.Equal("did you mean 'ordinalIgnoreCase'?", diagnostic.Remedy);
    }

    [Fact]
    public void A_repeated_key_is_reported_where_it_repeats()
    {
        YamlDocument document = YamlDocument.Parse("a: 1\nb: 2\na: 3", "x.yaml");

        Diagnostic diagnostic = Assert.Single(document.Violations.Diagnostics);
        Assert.Equal("GAN1013", diagnostic.Code);
        Assert.Equal((3, 1), (diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.Equal(1, document.Root.AsMapping().Required("a").AsInt32());
    }

    [Fact]
    public void Very_many_findings_are_counted_rather_than_kept()
    {
        string text = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"key{i}: 1"));
        YamlDocument document = YamlDocument.Parse(text, "x.yaml");
        document.Root.AsMapping().RejectUnknownKeys();

        InvalidInputException e = Assert.Throws<InvalidInputException>(document.ThrowIfInvalid);

        Assert.Equal(ViolationCollector.Capacity + 1, e.Diagnostics.Count);
        Assert.Equal("GAN1016", e.Diagnostics[^1].Code);
        Assert.StartsWith("4800 further", e.Diagnostics[^1].Found, StringComparison.Ordinal);
    }

    private static Diagnostic OnlyViolation<T>(string text, Func<YamlNode, T> read)
    {
        YamlDocument document = YamlDocument.Parse(text, "x.yaml");
        T value = read(document.Root.AsMapping().Required("a"));
        Assert.Equal(default, value);
        return Assert.Single(document.Violations.Diagnostics);
    }
}
