using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Spikes;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Import;

public class SpikeCsvTests
{
    [Fact]
    public void Spikes_are_read_and_sorted()
    {
        ListSource list = SpikeCsv.Read("timestep,neuron\r\n7,1\r\n\r\n0,2\r\n7,0\r\n", "a.csv", 3);
        Assert.Equal([0, 7, 7], list.Timesteps);
        Assert.Equal([2, 0, 1], list.Neurons);
    }

    [Fact]
    public void A_file_with_only_a_header_has_no_spikes() => Assert.Empty(SpikeCsv.Read("timestep,neuron\n", "a.csv", 3).Neurons);

    [Theory]
    [InlineData("", "GAN1411", 1)]
    [InlineData("neuron,timestep\n1,2", "GAN1411", 1)]
    [InlineData("timestep,neuron\n1", "GAN1412", 2)]
    [InlineData("timestep,neuron\n1,0\n1,3", "GAN1412", 3)]
    [InlineData("timestep,neuron\n-1,0", "GAN1412", 2)]
    [InlineData("timestep,neuron\n0.5,0", "GAN1412", 2)]
    [InlineData("timestep,neuron\n1,0,1", "GAN1412", 2)]
    [InlineData("timestep,neuron\n99999999999999999999,0", "GAN1412", 2)]
    public void Other_texts_are_refused(string text, string code, int line)
    {
        Diagnostic finding = Assert.Single(Assert.Throws<InvalidInputException>(() => SpikeCsv.Read(text, "a.csv", 3)).Diagnostics);
        Assert.Equal((code, line), (finding.Code, finding.Location.Line));
    }

    [Fact]
    public void Every_wrong_line_is_reported_up_to_a_bound()
    {
        string text = "timestep,neuron\n" + string.Concat(Enumerable.Repeat("x\n", 10_000));
        Assert.InRange(Assert.Throws<InvalidInputException>(() => SpikeCsv.Read(text, "a.csv", 3)).Diagnostics.Count, 100, 1000);
    }
}
