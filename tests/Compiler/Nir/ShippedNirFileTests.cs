using Ganglion.Compiler.Import.Nir;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>The networks that are part of the repository.</summary>
public sealed class ShippedNirFileTests
{
    [Theory]
    [InlineData("digits.nir")]
    [InlineData("digits-latency.nir")]
    public void Is_taken_without_a_warning(string file)
    {
        NirImport import = NirReader.ReadFile(Path.Combine(Root(), "examples", "digits", file));

        Assert.Empty(import.Warnings);
        Assert.Equal([64, 128, 10], import.Network.Populations.Select(p => p.Count));
        Assert.Equal(["digit"], import.Network.Outputs);
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ganglion.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
