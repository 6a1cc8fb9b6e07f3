namespace Ganglion.EndToEnd.Tests;

/// <summary>The examples of this repository.</summary>
internal static class ExampleFolder
{
    /// <summary>Path of a file below examples/.</summary>
    public static string Path(params ReadOnlySpan<string> parts)
    {
        DirectoryInfo root = new(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(root.FullName, "Ganglion.slnx")))
        {
            root = root.Parent!;
        }

        return System.IO.Path.Combine([root.FullName, "examples", .. parts]);
    }
}
