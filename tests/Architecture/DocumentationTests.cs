using System.Text.RegularExpressions;

namespace Ganglion.Architecture.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string[] FrontPages = ["README.md", "CONTRIBUTING.md"];

    private static readonly string[] Folders = ["docs", "examples"];

    [Fact]
    public void Links_between_pages_lead_somewhere() => Assert.Empty(Pages().SelectMany(page => Broken(page, File.ReadAllText(page))));

    [Fact]
    public void The_check_notices_a_broken_link() =>
        Assert.Equal(
            ["README.md -> nowhere.md"],
            Broken(Repository.PathTo("README.md"), "[a](nowhere.md) [b](LICENSE) [c](docs/README.md#x) [d](https://example.org/e.md)"));

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
