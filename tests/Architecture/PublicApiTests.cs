using PublicApiGenerator;

namespace Ganglion.Architecture.Tests;

/// <summary>The public API of each library as text, so that nobody changes it without noticing.</summary>
/// <remarks>GANGLION_UPDATE=1 rewrites the files; the change is then reviewed as a diff.</remarks>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static IEnumerable<TheoryDataRow<string>> Libraries => Room.LibraryNames;

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Public_api_is_as_recorded(string name)
    {
        string file = Repository.PathTo($"tests/Architecture/PublicApi/{name}.txt");
        string actual = Describe(name);
        if (Environment.GetEnvironmentVariable("GANGLION_UPDATE") == "1")
        {
            File.WriteAllText(file, actual + "\n");
        }

        string recorded = File.Exists(file) ? Normalise(File.ReadAllText(file)) : "";
        Assert.True(recorded == actual, Difference(name, recorded, actual));
    }

    [Fact]
    public void Every_recorded_api_belongs_to_a_library()
    {
        IEnumerable<string?> recorded = Directory.EnumerateFiles(Repository.PathTo("tests/Architecture/PublicApi"), "*.txt")
            .Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Room.Libraries.Select(room => room.Name).Order(), recorded.Order());
    }

    [Fact]
    public void A_changed_line_is_named()
    {
        string difference = Difference("Ganglion.Example", "class A\nint B\n", "class A\nlong B\n");

        Assert.Contains("- int B", difference, StringComparison.Ordinal);
        Assert.Contains("+ long B", difference, StringComparison.Ordinal);
        Assert.Contains("GANGLION_UPDATE=1", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_holds_the_public_types() =>
        Assert.Contains("class DiagnosticDescriptor", Describe("Ganglion.ChipSpec"), StringComparison.Ordinal);

    private static string Describe(string name) => Normalise(Room.Named(name).Assembly.GeneratePublicApi(Options));

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');

    private static string Difference(string name, string recorded, string actual)
    {
        string[] before = recorded.Split('\n');
        string[] after = actual.Split('\n');
        IEnumerable<string> removed = before.Except(after).Select(line => "- " + line.Trim());
        IEnumerable<string> added = after.Except(before).Select(line => "+ " + line.Trim());
        return $"""
            The public API of {name} is not as recorded in tests/Architecture/PublicApi/{name}.txt:
            {string.Join("\n", removed.Concat(added))}
            If the change is meant, record it: GANGLION_UPDATE=1 dotnet test --project tests/Architecture/Ganglion.Architecture.Tests.csproj
            """;
    }
}
