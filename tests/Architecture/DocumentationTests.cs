using System.Text.RegularExpressions;

namespace Ganglion.Architecture.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string[] FrontPages = ["README.md", "CONTRIBUTING.md"];

    private static readonly string[] Folders = ["docs", "examples"];

    public static IEnumerable<TheoryDataRow<string>> Rooms => Room.Names;

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        string broken = string.Join('\n', Pages().SelectMany(page => Broken(page, File.ReadAllText(page))));

        Assert.True(broken.Length == 0, broken);
    }

    [Fact]
    public void The_check_notices_a_broken_link() =>
        Assert.Equal(
            ["README.md -> nowhere.md"],
            Broken(Repository.PathTo("README.md"), "[a](nowhere.md) [b](LICENSE) [c](docs/README.md#x) [d](https://example.org/e.md)"));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_architecture_page_shows_the_table_of_rooms(string name)
    {
        Room room = Room.Named(name);
        string folder = Path.GetDirectoryName(room.ProjectFile)!;
        string[] row = Repository.Read("docs/architecture.md").Split('\n').Single(line => line.StartsWith($"| `{folder}/` |", StringComparison.Ordinal)).Split('|');

        Assert.Equal($"`{room.Assembly.GetName().Name}`", row[2].Trim());
        Assert.Equal(References(room), row[4].Trim());
    }

    private static string References(Room room) =>
        room.MayReference.Count == 0 ? "nothing of ours"
        : room.MayReference.Count == Room.Libraries.Count ? "everything"
        : string.Join(", ", room.MayReference.Select(name => name.Replace("Ganglion.", "", StringComparison.Ordinal).Replace("ChipSpec", "chipspec", StringComparison.Ordinal)));

    private static IEnumerable<string> Pages() =>
        FrontPages.Select(Repository.PathTo).Concat(
            Folders.Select(Repository.PathTo).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)));

    private static IEnumerable<string> Broken(string page, string text) =>
        from link in Link().Matches(text)
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
        select $"{Path.GetRelativePath(Repository.Root, page)} -> {target}";

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
