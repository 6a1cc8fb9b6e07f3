using System.Text.Json;
using System.Text.RegularExpressions;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Import;

public sealed partial class NetYamlDocumentationTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ProjectFolder.Read("docs/schemas/net-yaml.schema.json")).RootElement;

    public static IEnumerable<TheoryDataRow<string>> Examples =>
        from Match match in Example().Matches(ProjectFolder.Read("docs/formats/net-yaml.md"))
        select new TheoryDataRow<string>(match.Groups["text"].Value) { TestDisplayName = match.Groups["text"].Value.Split('\n')[0] };

    [Fact]
    public void The_page_has_examples() => Assert.Equal(8, Examples.Count());

    [Theory]
    [MemberData(nameof(Examples))]
    public void Documented_examples_are_read(string example) => Assert.NotEmpty(NetYamlReader.Read(example, "example").Populations);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Documented_examples_follow_the_schema(string example) =>
        Assert.Equal([], SchemaCheck.Violations(YamlDocument.Parse(example, "example").Root, Schema, Schema));

    [Theory]
    [InlineData("name: n\nnmae: n")]
    [InlineData("name: n\noutputs: [3, {}]")]
    [InlineData("name: n\nprojections: [{source: a}]")]
    [InlineData("name: n\nsources: {s: {size: 0, external: true}}")]
    [InlineData("name: n\nsources: {s: {size: 1, external: false}}")]
    [InlineData("name: n\npopulations: {s: {size: 1, neurons: {model: lfi}}}")]
    public void The_schema_refuses_mistakes(string text) =>
        Assert.NotEmpty(SchemaCheck.Violations(YamlDocument.Parse(text, "example").Root, Schema, Schema));

    [Theory]
    [InlineData("", "name: n\nbogus: 1")]
    [InlineData("source", "name: n\nsources: {s: {bogus: 1}}")]
    [InlineData("poisson", "name: n\nsources: {s: {poisson: {bogus: 1}}}")]
    [InlineData("population", "name: n\npopulations: {s: {bogus: 1}}")]
    [InlineData("neurons", "name: n\npopulations: {s: {neurons: {bogus: 1}}}")]
    [InlineData("loihi", "name: n\npopulations: {s: {loihi: {bogus: 1}}}")]
    [InlineData("xylo", "name: n\npopulations: {s: {xylo: {bogus: 1}}}")]
    [InlineData("loihi2", "name: n\npopulations: {s: {loihi2: {bogus: 1}}}")]
    [InlineData("odin", "name: n\npopulations: {s: {odin: {bogus: 1}}}")]
    [InlineData("truenorth", "name: n\npopulations: {s: {truenorth: {bogus: 1}}}")]
    [InlineData("projection", "name: n\nprojections: [{bogus: 1}]")]
    [InlineData("oneToOne", "name: n\nprojections: [{oneToOne: {bogus: 1}}]")]
    [InlineData("allToAll", "name: n\nprojections: [{allToAll: {bogus: 1}}]")]
    [InlineData("random", "name: n\nprojections: [{random: {bogus: 1}}]")]
    [InlineData("explicit", "name: n\nprojections: [{explicit: {bogus: 1}}]")]
    [InlineData("convolution", "name: n\nprojections: [{convolution: {bogus: 1}}]")]
    [InlineData("integerWeights", "name: n\nprojections: [{integerWeights: {bogus: 1}}]")]
    [InlineData("plasticity", "name: n\nprojections: [{plasticity: {bogus: 1}}]")]
    [InlineData("trace", "name: n\nprojections: [{plasticity: {y2: {bogus: 1}}}]")]
    [InlineData("thirdFactor", "name: n\nprojections: [{thirdFactor: {bogus: 1}}]")]
    [InlineData("drawn", "name: n\nprojections: [{random: {weight: {bogus: 1}}}]")]
    [InlineData("normal", "name: n\nprojections: [{random: {weight: {normal: {bogus: 1}}}}]")]
    public void The_schema_and_the_page_have_every_key_that_the_reader_knows(string definition, string text)
    {
        var refused = Assert.Throws<InvalidInputException>(() => NetYamlReader.Read(text, "test"));
        Diagnostic unknown = Assert.Single(refused.Diagnostics, d => d.Code == YamlDiagnostics.UnknownKey.Code && d.Found.Contains("bogus", StringComparison.Ordinal));
        string[] known = unknown.Allowed!.Split(", ");
        JsonElement described = definition.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(definition);
        Assert.Equal(known.Order(), described.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
        string page = ProjectFolder.Read("docs/formats/net-yaml.md");
        Assert.All(known, key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_and_the_page_have_every_preset()
    {
        string[] names = [.. LearningPresets.All.Select(preset => preset.Name)];
        JsonElement preset = Schema.GetProperty("$defs").GetProperty("plasticity").GetProperty("properties").GetProperty("preset");
        Assert.Equal(names, preset.GetProperty("enum").EnumerateArray().Select(name => name.GetString()!));
        string page = ProjectFolder.Read("docs/formats/net-yaml.md");
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
