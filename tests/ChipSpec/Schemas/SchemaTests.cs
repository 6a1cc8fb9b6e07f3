using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Writing;
using NJsonSchema;
using YamlDotNet.Serialization;

namespace Ganglion.ChipSpec.Tests.Schemas;

public sealed class SchemaTests
{
    private static string SchemaPath => Path.Combine(RepositoryRoot(), "docs", "schemas", "chipspec.schema.json");

    [Fact]
    public void The_schema_is_the_one_of_the_records()
    {
        string schema = new SchemaGenerator(XmlSummaries.Load(typeof(Spec.ChipSpec).Assembly)).Generate();
        if (Environment.GetEnvironmentVariable("GANGLION_UPDATE") == "1")
        {
            File.WriteAllText(SchemaPath, schema);
        }

        Assert.True(
            File.Exists(SchemaPath) && File.ReadAllText(SchemaPath) == schema,
            "docs/schemas/chipspec.schema.json differs from the records; GANGLION_UPDATE=1 rewrites it");
    }

    [Fact]
    public async Task Every_preset_follows_the_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        foreach (string name in Presets.Names)
        {
            Assert.Empty(schema.Validate(Json(Presets.Text(name))));
            Assert.Empty(schema.Validate(Json(ChipSpecWriter.Write(Presets.Load(name)))));
        }
    }

    [Theory]
    [InlineData("compartments: 1024", "compartment: 1024")]
    [InlineData("compartments: 1024", "compartments: many")]
    [InlineData("family: loihi", "")]
    [InlineData("family: loihi", "family: lohi")]
    [InlineData("width: 8 ", "width: 8.5 ")]
    [InlineData("evidence: measured", "evidence: guessed")]
    [InlineData("unit: pJ", "unit: joule")]
    [InlineData("barrierLookup: upper", "barrierLookup: nearest")]
    [InlineData("delay: {min: 0, max: 62}", "delay: {min: 0}")]
    [InlineData("multicast: false", "multicast: 0")]
    [InlineData("frady2020: ", "frady 2020: ")]
    public async Task What_the_schema_refuses_the_reader_refuses_too(string text, string replacement)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        string preset = Presets.Text("loihi1");
        Assert.Contains(text, preset, StringComparison.Ordinal);
        string changed = preset.Replace(text, replacement, StringComparison.Ordinal);

        Assert.NotEmpty(schema.Validate(Json(changed)));
        Assert.Throws<Diagnostics.InvalidInputException>(() => ChipSpecReader.Read(changed, "x.yaml"));
    }

    private static string Json(string yaml)
    {
        object? content = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        return new SerializerBuilder().JsonCompatible().Build().Serialize(content);
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ganglion.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
