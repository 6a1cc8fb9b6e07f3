namespace Ganglion.Compiler.Tests.Import;

/// <summary>Finds files of the project from where the tests run.</summary>
internal static class ProjectFolder
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ganglion.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Ganglion.slnx is in none of the folders above the tests.");
    }
}
