namespace Ganglion.Conformance.Tests.Vectors;

/// <summary>A folder of vectors with one sub-folder per family.</summary>
/// <param name="Label">Distinguishes equally named cases of several folders; empty for the first.</param>
/// <param name="Path">Where it is.</param>
internal sealed record GoldenFolder(string Label, string Path)
{
    private const string Override = "GANGLION_GOLDEN";

    /// <summary>
    /// The folder that GANGLION_GOLDEN names; without it the vectors beside the repository, where there are some, and those in tests/golden.
    /// </summary>
    public static IReadOnlyList<GoldenFolder> All { get; } = Find();

    /// <summary>Names of its families.</summary>
    public IEnumerable<string> Families =>
        Directory.EnumerateDirectories(Path).Select(family => System.IO.Path.GetFileName(family)).Order(StringComparer.Ordinal);

    /// <summary>Vector files of a family, by name; empty when it is missing.</summary>
    public IReadOnlyList<string> Files(string family)
    {
        string folder = System.IO.Path.Combine(Path, family);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Whether another folder holds a byte-for-byte copy of a family.</summary>
    public bool HasSame(string family, GoldenFolder other)
    {
        IReadOnlyList<string> own = Files(family);
        IReadOnlyList<string> others = other.Files(family);
        return own.Count > 0 && own.Count == others.Count && own.Zip(others).All(pair =>
            System.IO.Path.GetFileName(pair.First) == System.IO.Path.GetFileName(pair.Second)
            && File.ReadAllBytes(pair.First).AsSpan().SequenceEqual(File.ReadAllBytes(pair.Second)));
    }

    private static List<GoldenFolder> Find()
    {
        if (Environment.GetEnvironmentVariable(Override) is { Length: > 0 } named)
        {
            return Directory.Exists(named)
                ? [new GoldenFolder("", named)]
                : throw new DirectoryNotFoundException($"{Override} names '{named}', which is not a folder.");
        }

        string root = RepositoryRoot();
        string beside = System.IO.Path.Combine(root, "..", "shared", "golden");
        var own = new GoldenFolder("tests/golden: ", System.IO.Path.Combine(root, "tests", "golden"));
        return Directory.Exists(beside) ? [new GoldenFolder("", beside), own] : [own with { Label = "" }];
    }

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Ganglion.slnx")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"No Ganglion.slnx above {AppContext.BaseDirectory}.");
    }
}
