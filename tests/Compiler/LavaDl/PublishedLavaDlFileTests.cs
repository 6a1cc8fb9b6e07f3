using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Import;
using Ganglion.Tests.Shared;

namespace Ganglion.Compiler.Tests.LavaDl;

/// <summary>Every network of lava-dl collected from public repositories.</summary>
public sealed class PublishedLavaDlFileTests
{
    public static TheoryData<string, string, int> Files => new()
    {
        { "netx/tiny.net", "input0 768, conv1 864, conv2 36", 2 },
        { "netx/pilotnet_lif.net", "input0 39600, conv1 76032, conv2 26460, conv3 8064, conv4 5632, conv5 2560, dense7 100, dense8 50, dense9 10, dense10 1", 9 },
        { "netx/mnist.net", "input 784, dense0 128, dense1 64, dense2 10", 3 },
        { "netx/oxford.net", "input 200, dense0 256, dense1 200", 2 },
        { "nir-other/NIR_docs__oxford_network.net", "input 200, dense0 256, dense1 200", 2 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_taken_with_these_layers(string file, string populations, int projections)
    {
        NetworkImport import = NetworkFile.Read(SharedData.Require(["nets", .. file.Split('/')]));

        Assert.Equal(populations, string.Join(", ", import.Network.Populations.Select(p => $"{p.Name} {p.Count}")));
        Assert.Equal(projections, import.Network.Projections.Count);
        Assert.Equal(import.Network.Populations[^1].Name, Assert.Single(import.Network.Outputs));
    }

    [Theory]
    [InlineData("netx/tiny.net")]
    [InlineData("netx/mnist.net")]
    [InlineData("netx/oxford.net")]
    [InlineData("nir-other/NIR_docs__oxford_network.net")]
    public void Fits_on_a_Loihi(string file)
    {
        CompilationResult result = NetworkCompiler.Compile(NetworkFile.Read(SharedData.Require(["nets", .. file.Split('/')])).Network, Presets.Load("loihi1"));

        // Biases above the threshold are what these networks were trained to have.
        Assert.DoesNotContain(result.Diagnostics, d => d.Code != "GAN2104");
    }

    [Fact]
    public void No_file_is_left_out() => Assert.Equal(
        Directory.EnumerateFiles(SharedData.Require("nets"), "*.net", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal),
        Files.Select(row => row.Data.Item1.Split('/')[1]).Order(StringComparer.Ordinal));
}
