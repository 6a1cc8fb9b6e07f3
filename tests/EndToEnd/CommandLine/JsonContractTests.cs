using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>Real output against the tables of docs/formats/json.md, both ways.</summary>
public sealed partial class JsonContractTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Run_prints_what_is_documented()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);

        Check("ganglion run", await Program.RunAsync("run", network, "--json", "--out", _folder.PathTo("out")));
        Check("ganglion run", await Program.RunAsync("run", network, "--json", "--chip", "none"));
        Check("ganglion run", await Program.RunAsync("run", network, "--json", "--chip", "unbounded"));
        Check("ganglion run", await Program.RunAsync("run", network, "--json", "--snapshot", _folder.PathTo("x.snapshot")));
        Check("ganglion run", await Program.RunAsync("run", network, "--json", "--resume", _folder.PathTo("x.snapshot")));
    }

    [Fact]
    public async Task Demo_prints_what_is_documented() => Check("ganglion demo", await Program.RunAsync("demo", "--images", "3", "--json"));

    [Fact]
    public async Task Compile_prints_what_is_documented()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);

        Check("ganglion compile", await Program.RunAsync("compile", network, "--json"));
        Check("ganglion compile", await Program.RunAsync("compile", network, "--json", "-o", _folder.PathTo("x.chip")));

        string external = _folder.Write("external.net.yaml", Networks.External);
        string spikes = _folder.Write("spikes.csv", "timestep,neuron\n1,0\n2,2\n");
        string labels = _folder.Write("labels.csv", "sample,label\n1,0\n");
        Check("ganglion compile", await Program.RunAsync("compile", external, "--json", "--calibrate", spikes, "--sample-labels", labels));
    }

    [Fact]
    public async Task Map_prints_what_is_documented()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);

        Check("ganglion map", await Program.RunAsync("map", network, "--out", _folder.PathTo("map"), "--json"));
    }

    [Fact]
    public async Task Check_prints_what_is_documented()
    {
        Check("ganglion check", await Program.RunAsync("check", _folder.Write("driven.net.yaml", Networks.Driven), "--json"));
        Check(
            "ganglion check",
            await Program.RunAsync("check", _folder.Write("large.net.yaml", Networks.Driven.Replace("size: 1", "size: 200000", StringComparison.Ordinal)), "--json"),
            exitCode: 2);
    }

    [Fact]
    public async Task Convert_prints_what_is_documented()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);

        Check("ganglion convert", await Program.RunAsync("convert", network, _folder.PathTo("x.nir"), "--json"));
        Check("ganglion convert", await Program.RunAsync("convert", network, _folder.PathTo("x.net.yaml"), "--json"));
    }

    [Fact]
    public async Task Weights_and_freeze_print_what_is_documented()
    {
        PlasticFiles.Write(_folder);

        Check("ganglion weights", await Program.RunAsync("weights", _folder.PathTo("learned.state"), "--json", "--csv", _folder.PathTo("x.csv")));
        Check("ganglion weights", await Program.RunAsync("weights", _folder.PathTo("net.chip"), "--json"));
        Check("ganglion freeze", await Program.RunAsync("freeze", _folder.PathTo("net.chip"), _folder.PathTo("learned.state"), "-o", _folder.PathTo("x.chip"), "--json"));
        Check("ganglion run", await Program.RunAsync(
            "run", _folder.PathTo("net.chip"), "--steps", "20", "--load-state", _folder.PathTo("learned.state"), "--save-state", _folder.PathTo("x.state"), "--json"));
    }

    [Fact]
    public async Task Replay_prints_what_is_documented()
    {
        PlasticFiles.Write(_folder);

        Check("ganglion replay", await Program.RunAsync("replay", _folder.PathTo("bench.run"), "--json"));
    }

    [Fact]
    public async Task Serve_prints_what_is_documented() =>
        Check("ganglion serve", await Program.RunAsync("serve", _folder.Write("relay.net.yaml", Networks.External), "--port", "spif:0", "--clock", "free", "--steps", "20", "--json"));

    [Fact]
    public async Task Bench_prints_what_is_documented() =>
        Check("ganglion bench", await Program.RunAsync("bench", "small", "--steps", "200", "--repetitions", "2", "--json"));

    [Theory]
    [InlineData("conditioning", "--runs", "1", "--trials", "8")]
    [InlineData("digits", "--neurons", "32", "--rounds", "1", "--images", "20")]
    [InlineData("new-digits", "--neurons", "10", "--rounds", "1")]
    public async Task Learn_prints_what_is_documented(params string[] task)
    {
        Check("ganglion learn", await Program.RunAsync(["learn", .. task, "--json", "--out", _folder.PathTo("out")]));
        Check("ganglion learn", await Program.RunAsync(["learn", .. task, "--json", "--chip", "unbounded"]));
    }

    [Fact]
    public async Task Compare_prints_what_is_documented()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        string labels = _folder.Write("labels.csv", "from,to,label\n1,5,0\n");

        Check("ganglion compare", await Program.RunAsync("compare", network, "--chips", "loihi1,unbounded", "--json"));
        Check("ganglion compare", await Program.RunAsync("compare", network, "--chips", "loihi1", "--labels", labels, "--json"));
    }

    [Fact]
    public async Task Chips_prints_what_is_documented()
    {
        Check("ganglion chips", await Program.RunAsync("chips", "--json"));
        Check("ganglion chips NAME", await Program.RunAsync("chips", "loihi1", "--json"));
        Check("ganglion chips NAME", await Program.RunAsync("chips", "unbounded", "--json"));
    }

    [Fact]
    public async Task Rules_prints_what_is_documented()
    {
        Check("ganglion rules", await Program.RunAsync("rules", "--json"));
        Check("ganglion rules RULE", await Program.RunAsync("rules", "reward-stdp", "--json"));
        Check("ganglion rules RULE", await Program.RunAsync("rules", "homeostasis", "--set", "every=3", "--picture", _folder.PathTo("w.svg"), "--json"));
        Check("ganglion rules RULE", await Program.RunAsync("rules", "dd = x0*y1", "--json"));
    }

    [Fact]
    public async Task Explain_prints_what_is_documented() => Check("ganglion explain", await Program.RunAsync("explain", "GAN1001", "--json"));

    public void Dispose() => _folder.Dispose();

    private static void Check(string section, ProgramResult result, int exitCode = 0)
    {
        Assert.True(result.ExitCode == exitCode, result.ToString());
        List<(string Path, JsonValueKind Kind)> actual = [.. Leaves(result.Json, "")];
        Field[] documented = [.. Documented(section)];
        Assert.NotEmpty(documented);
        Assert.All(actual, leaf => Assert.True(Array.Exists(documented, field => field.Describes(leaf.Path, leaf.Kind)), $"{section}: {leaf} is not documented"));
        Assert.All(
            documented.Where(field => !field.IsOptional),
            field => Assert.True(actual.Exists(leaf => field.Describes(leaf.Path, leaf.Kind)), $"{section}: {field.Path} is missing"));
    }

    private static IEnumerable<(string Path, JsonValueKind Kind)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Leaves(item, path + "[]")),
        _ => [(path, element.ValueKind)],
    };

    private static IEnumerable<Field> Documented(string section)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Ganglion.slnx")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        string page = File.ReadAllText(Path.Combine(root, "docs/formats/json.md"));
        string text = page.Split("\n## ").Single(part => part.StartsWith($"`{section}`\n", StringComparison.Ordinal));
        return Row().Matches(text).Select(row => new Field(row.Groups["path"].Value, row.Groups["type"].Value, row.Groups["meaning"].Value.Contains("optional", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\| `(?<path>[^`]+)` \| (?<type>\w+) \|[^|\n]*\| (?<meaning>[^|\n]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    private sealed record Field(string Path, string Type, bool IsOptional)
    {
        private readonly Regex _pattern = new(
            "^" + Regex.Escape(Path).Replace(@"\*", ".+", StringComparison.Ordinal) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

        /// <summary>Whether it is this field; a null may stand for an optional field, or for all fields below it.</summary>
        public bool Describes(string path, JsonValueKind kind) => kind == JsonValueKind.Null
            ? IsOptional && (_pattern.IsMatch(path) || Path.StartsWith(path + ".", StringComparison.Ordinal) || Type == "any")
            : _pattern.IsMatch(path) && Type switch
            {
                "text" => kind == JsonValueKind.String,
                "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
                "integer" or "number" => kind == JsonValueKind.Number,
                _ => true,
            };
    }
}
