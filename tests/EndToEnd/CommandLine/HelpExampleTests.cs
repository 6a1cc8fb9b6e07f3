using Ganglion.CommandLine;
using Ganglion.CommandLine.Commands;
using Ganglion.CommandLine.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>The command lines that help shows, as a newcomer would try them.</summary>
public sealed partial class HelpExampleTests : IDisposable
{
    /// <summary>What makes an example short that would measure or show for seconds.</summary>
    private static readonly Dictionary<string, string[]> Shortened = new(StringComparer.Ordinal)
    {
        ["ganglion run net.chip --load-state learned.state --save-state learned.state --seed 2"] = ["--steps", "50"],
        ["ganglion demo"] = ["--images", "3"],
        ["ganglion serve examples/neurons/5-two-layers.net.yaml --port spif:3333"] = ["--steps", "3", "--timestep", "1s"],
        ["ganglion serve net.chip --clock paced:0.5 --port spif:3333,capacity=10000,policy=drop-oldest"] = ["--steps", "3", "--timestep", "2s"],
        ["ganglion bench brunel"] = ["--steps", "2", "--repetitions", "1"],
        ["ganglion bench cuba --threads 2 --json"] = ["--steps", "20", "--repetitions", "1"],
    };

    private readonly TemporaryFolder _folder = new();

    public HelpExampleTests()
    {
        foreach (string file in Directory.EnumerateFiles(ExampleFolder.Path(), "*", SearchOption.AllDirectories))
        {
            string copy = _folder.PathTo(Path.Combine("examples", Path.GetRelativePath(ExampleFolder.Path(), file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // What a user brings.
        _folder.Write("spikes.csv", "timestep,neuron\n1,20\n2,20\n2,21\n");
        PlasticFiles.Write(_folder);
        File.Copy(Path.Combine(ExampleFolder.Path(), "..", "chipspec", "Presets", "loihi1.yaml"), _folder.PathTo("mychip.yaml"));
    }

    public static IEnumerable<TheoryDataRow<string>> Commands
    {
        get
        {
            using IHost host = ProgramHost.Build(new Terminal(TextWriter.Null, TextWriter.Null));
            return
            [
                .. host.Services.GetServices<GanglionCommand>()
                    .SelectMany(command => command.Subcommands.Select(task => $"{command.Name} {task.Name}").Prepend(command.Name))
                    .Select(words => new TheoryDataRow<string>(words)),
                new(""),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Examples_of_the_help_can_be_run(string command)
    {
        Assert.SkipWhen(
            command == "learn fashion" && !Directory.Exists("/usr/share/datasets/fashion-mnist"),
            "Fashion-MNIST is not in /usr/share/datasets/fashion-mnist; the Debian package dataset-fashion-mnist puts it there");
        ProgramResult help = await Program.RunAsync([.. Words(command), "--help"]);
        string[] examples = [.. help.Output.Split('\n').SkipWhile(line => line.TrimEnd() != "Examples:").Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0)];
        Assert.NotEmpty(examples);
        foreach (string example in examples)
        {
            string[] words = Words(example);
            Assert.Equal("ganglion", words[0]);
            var start = Program.StartInfo([.. words[1..].Select(WithFreePort), .. Shortened.GetValueOrDefault(example, [])]);
            start.WorkingDirectory = _folder.Path;

            ProgramResult result = await Program.FinishAsync(System.Diagnostics.Process.Start(start)!);

            Assert.True(result.ExitCode == 0, $"{example}: {result}");
            Assert.True(result.Error.Length == 0, $"{example}: {result}");
            Assert.NotEmpty(result.Output);
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Numbers of ports may be taken on the computer of the tests.</summary>
    private static string WithFreePort(string word) => PortNumber().Replace(word, ":0");

    [System.Text.RegularExpressions.GeneratedRegex("(?<=^[a-z]+):[0-9]+", System.Text.RegularExpressions.RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial System.Text.RegularExpressions.Regex PortNumber();

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
