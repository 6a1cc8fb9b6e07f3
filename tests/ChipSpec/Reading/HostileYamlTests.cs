using System.Diagnostics;
using System.Text;
using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Tests.Reading;

public sealed class HostileYamlTests
{
    [Theory]
    [InlineData("a: &x [1]\nb: *x", "GAN1006", 1)]
    [InlineData("a: 1\nb: *x", "GAN1006", 2)]
    [InlineData("a: !!int 1", "GAN1006", 1)]
    [InlineData("a: !System.Diagnostics.Process {}", "GAN1006", 1)]
    [InlineData("%YAML 1.2\n---\na: 1", "GAN1006", 1)]
    [InlineData("a: 1\n---\nb: 2", "GAN1006", 2)]
    [InlineData("", "GAN1004", 1)]
    [InlineData("# nothing here\n", "GAN1004", 1)]
    [InlineData("a: 1\n\tb: 2", "GAN1005", 2)]
    [InlineData("a:\n\t- 1", "GAN1005", 2)]
    [InlineData("a: [1, 2", "GAN1005", 1)]
    [InlineData("a: \"open", "GAN1005", 1)]
    [InlineData("a: 1\nb\nc: 2", "GAN1005", 2)]
    [InlineData("a: 1\n b: 2", "GAN1005", 2)]
    [InlineData("a: \0", "GAN1002", 1)]
    [InlineData("a: 1\nb: \u001b[2J", "GAN1002", 2)]
    public void Is_refused_with_one_clear_message(string text, string code, int line)
    {
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => YamlDocument.Parse(text, "x.yaml"));

        Diagnostic diagnostic = Assert.Single(e.Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.NotNull(diagnostic.Remedy);
        Assert.InRange(diagnostic.Location.Line!.Value, line, line + 1);
    }

    [Fact]
    public void Tabs_in_the_indentation_are_named_as_such()
    {
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => YamlDocument.Parse("a:\n\t- 1\n", "x.yaml"));

        Assert.Equal("indent the line with spaces, not with tabs", e.Diagnostics[0].Remedy);
        Assert.Equal(2, e.Diagnostics[0].Location.Line);
    }

    public static TheoryData<string> LargeTexts =>
    [
        "nested flow lists",
        "nested flow mappings",
        "nested block lists",
        "nested block mappings",
        "alias bomb",
        "one huge scalar",
        "one huge key",
        "one huge quoted scalar",
        "many values",
        "many keys",
        "many documents",
        "huge text",
        "many opening quotes",
        "many question marks",
        "many comments",
    ];

    [Theory]
    [MemberData(nameof(LargeTexts))]
    public void Costs_little_time_and_memory_whatever_its_size(string kind)
    {
        const int size = 2_000_000;
        string text = kind switch
        {
            "nested flow lists" => new string('[', size),
            "nested flow mappings" => string.Concat(Enumerable.Repeat("{a: ", size / 4)),
            "nested block lists" => string.Concat(Enumerable.Repeat("- ", size / 2)),
            "nested block mappings" => string.Join('\n', Enumerable.Range(0, 1500).Select(i => new string(' ', i) + "a:")),
            "alias bomb" => "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n",
            "one huge scalar" => "a: " + new string('x', size),
            "one huge key" => new string('x', size) + ": 1",
            "one huge quoted scalar" => "a: \"" + new string('x', size) + "\"",
            "many values" => "a: [" + string.Concat(Enumerable.Repeat("1,", size)) + "]",
            "many keys" => string.Join('\n', Enumerable.Range(0, 700_000).Select(i => $"k{i}: 1")),
            "many documents" => string.Concat(Enumerable.Repeat("---\n", size / 4)),
            "huge text" => new string('#', YamlLimits.Default.MaxLength + 1),
            "many opening quotes" => string.Concat(Enumerable.Repeat("'\"", size / 2)),
            "many question marks" => string.Concat(Enumerable.Repeat("? ", size / 2)),
            _ => string.Concat(Enumerable.Repeat("# x\n", size / 4)),
        };
        Stopwatch time = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<InvalidInputException>(() => YamlDocument.Parse(text, "x.yaml"));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000_000, "allocates without bound");
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), $"took {time.Elapsed}");
    }

    [Fact]
    public void Random_text_never_ends_in_another_exception()
    {
        string[] pieces =
        [
            "a", ":", " ", "\n", "- ", "[", "]", "{", "}", ",", "&x", "*x", "!t", "'", "\"", "|", ">", "#", "?", "%", "\t", "1", "---", "...",
            "\\", "é", "\ud800", "\r", "@", "`", "~", "<<", "  ",
        ];
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(indices => string.Concat(indices.Select(i => pieces[i]))).Sample(
            text =>
            {
                try
                {
                    YamlDocument document = YamlDocument.Parse(text, "x.yaml");
                    Walk(document.Root);
                }
                catch (InvalidInputException e)
                {
                    Assert.All(e.Diagnostics, diagnostic => Assert.DoesNotContain('\n', diagnostic.ToString()));
                }
            },
            iter: 20_000);
    }

    [Fact]
    public void Files_that_are_not_text_are_refused()
    {
        string folder = Directory.CreateTempSubdirectory("ganglion").FullName;
        try
        {
            Assert.Equal("GAN1001", CodeOf(Path.Combine(folder, "missing.yaml")));
            Assert.Equal("GAN1001", CodeOf(folder));
            Assert.Equal("GAN1001", CodeOf("bad\0name"));
            Assert.Equal("GAN1002", CodeOf(Write("utf16.yaml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a: 1")))));
            Assert.Equal("GAN1002", CodeOf(Write("hdf5.yaml", [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a])));
            Assert.Equal("GAN1003", CodeOf(Write("large.yaml", new byte[YamlLimits.Default.MaxLength + 1])));
            Assert.Equal("GAN1004", CodeOf(Write("empty.yaml", [])));
            YamlDocument.ParseFile(Write("bom.yaml", Encoding.UTF8.GetPreamble().Concat("a: 1"u8.ToArray()))).ThrowIfInvalid();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string Write(string name, IEnumerable<byte> content)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllBytes(path, [.. content]);
            return path;
        }

        static string CodeOf(string path) =>
            Assert.Single(Assert.Throws<InvalidInputException>(() => YamlDocument.ParseFile(path)).Diagnostics).Code;
    }

    private static void Walk(YamlNode node)
    {
        _ = (node.Path, node.Location, node.Description, node.IsNull);
        switch (node)
        {
            case YamlMapping mapping:
                mapping.RejectUnknownKeys();
                foreach (YamlEntry entry in mapping.Entries)
                {
                    Walk(entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (YamlNode item in sequence.Items)
                {
                    Walk(item);
                }

                break;
            default:
                node.AsInt32();
                node.AsDouble();
                node.AsBoolean();
                node.AsString();
                break;
        }
    }
}
