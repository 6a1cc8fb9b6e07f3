using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import;

namespace Ganglion.Compiler.Tests.Import;

public sealed class NetworkFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("network-file").FullName;

    [Theory]
    [InlineData("a.net.yaml", "name: written\nsources: {s: {size: 1, external: true}}", "written")]
    [InlineData("a.yaml", "name: written\nsources: {s: {size: 1, external: true}}", "written")]
    [InlineData("a.YML", "network: {name: original, groups: [{name: a, neurons: [0: {}]}]}", "original")]
    public void The_format_follows_from_name_and_content(string file, string text, string name) =>
        Assert.Equal(name, NetworkFile.Read(Write(file, text)).Network.Name);

    [Theory]
    [InlineData("a.txt", "GAN1190")]
    [InlineData("a.nir", "GAN1201")]
    [InlineData("a.net.yaml", "GAN1010")]
    [InlineData("a.yaml", "GAN1010")]
    public void What_is_no_network_is_refused(string file, string code) =>
        Assert.Equal(code, Assert.Throws<InvalidInputException>(() => NetworkFile.Read(Write(file, "no network"))).Diagnostics[0].Code);

    [Fact]
    public void A_missing_file_is_refused() => Assert.Equal(
        "GAN1001", Assert.Throws<InvalidInputException>(() => NetworkFile.Read(Path.Combine(_folder, "none.net.yaml"))).Diagnostics[0].Code);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string file, string text)
    {
        string path = Path.Combine(_folder, file);
        File.WriteAllText(path, text);
        return path;
    }
}
