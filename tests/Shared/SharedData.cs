namespace Ganglion.Tests.Shared;

/// <summary>Published networks and recordings that lie beside the repository and are not part of it; tests skip where they are absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder, or a skipped test.</summary>
    public static string Require(params string[] parts)
    {
        string? path = Find(parts);
        Assert.SkipWhen(path is null, $"shared data '{string.Join('/', parts)}' is not beside the repository");
        return path!;
    }

    /// <summary>The path of a file or folder, or <see langword="null"/>.</summary>
    public static string? Find(params string[] parts)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ganglion.slnx")))
            {
                string path = Path.Combine([folder.FullName, "..", "shared", .. parts]);
                return File.Exists(path) || Directory.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
