namespace Ganglion.Architecture.Tests;

public sealed class SourceFileTests
{
    private const int MostLines = 500;

    private static readonly string[] Folders =
        ["chipspec", "Compiler", "Cores", "Router", "Emulator", "tests", "perf"];

    private static readonly string[] Unfinished = ["TODO", "FIXME", "HACK", "XXX"];

    [Fact]
    public void Source_files_stay_short_and_finished()
    {
        string flaws = string.Join('\n', Sources().SelectMany(file => Flaws(Path.GetRelativePath(Repository.Root, file), File.ReadAllLines(file))));

        Assert.True(flaws.Length == 0, flaws);
    }

    [Fact]
    public void The_check_notices_long_files_regions_and_unfinished_work()
    {
        string[] lines = ["#" + "region Fields", "// TO" + "DO: later", .. Enumerable.Repeat("", MostLines)];

        Assert.Equal(3, Flaws("Long.cs", lines).Count());
    }

    private static IEnumerable<string> Sources() =>
        Folders.Select(Repository.PathTo).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static IEnumerable<string> Flaws(string file, string[] lines)
    {
        if (lines.Length > MostLines)
        {
            yield return $"{file}: {lines.Length} lines; split it, no file has more than {MostLines}";
        }

        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("#" + "region", StringComparison.Ordinal))
            {
                yield return $"{file}:{i + 1}: regions hide what should be a type of its own";
            }

            if (Unfinished.Any(word => lines[i].Contains("// " + word, StringComparison.Ordinal)))
            {
                yield return $"{file}:{i + 1}: finish it, or leave it out";
            }
        }
    }
}
