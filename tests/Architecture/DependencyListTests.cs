using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ganglion.Architecture.Tests;

public sealed partial class DependencyListTests
{
    [Fact]
    public void Every_package_has_a_reason_and_every_reason_a_package() => Assert.Equal(Versioned(), Explained().Select(row => row.Package));

    [Fact]
    public void Every_reason_says_something() => Assert.All(Explained(), row => Assert.True(row.Reason.Length > 20, row.Package));

    [Fact]
    public void Every_package_is_used_by_a_project() => Assert.Equal(Versioned(), Referenced());

    private static List<string> Versioned() =>
        [.. Included(Repository.PathTo("Directory.Packages.props"), "PackageVersion").Order(StringComparer.OrdinalIgnoreCase)];

    private static List<string> Referenced() =>
        [.. ProjectFiles().SelectMany(file => Included(file, "PackageReference")).Distinct().Order(StringComparer.OrdinalIgnoreCase)];

    private static List<(string Package, string Reason)> Explained() =>
        [.. Row().Matches(Repository.Read("docs/dependencies.md")).Select(row => (row.Groups["package"].Value, row.Groups["reason"].Value))
            .Where(row => row.Item1 != "package")];

    private static IEnumerable<string> ProjectFiles() =>
        XDocument.Load(Repository.PathTo("Ganglion.slnx")).Descendants("Project")
            .Select(project => Repository.PathTo(project.Attribute("Path")!.Value))
            .Concat([Repository.PathTo("Directory.Build.props"), Repository.PathTo("Directory.Build.targets")]);

    private static IEnumerable<string> Included(string file, string element) =>
        XDocument.Load(file).Descendants(element).Select(entry => entry.Attribute("Include")!.Value);

    [GeneratedRegex(@"^\| (?<package>[A-Za-z][\w.-]*) \|[^|\n]+\|[^|\n]+\| (?<reason>[^|\n]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
