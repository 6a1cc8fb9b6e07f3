using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Emulator.Encoding;
using Ganglion.Emulator.Recordings;

namespace Ganglion.Emulator.Tests.Recordings;

public sealed class SpikeCsvTests
{
    [Fact]
    public void Reads_spikes_in_any_order_with_counts_comments_and_a_header()
    {
        SpikeTrain train = Parse("timestep,neuron,count\r\n# a comment\r\n7,1\r\n\r\n 3 , 2 , 2\r\n3,0,1");

        Assert.Equal([3, 3, 3, 7], train.Timesteps);
        Assert.Equal([0, 2, 2, 1], train.Neurons);
    }

    [Fact]
    public void What_is_written_is_read_back() => Gen.Select(Gen.Long[0, 5], Gen.Int[0, 3]).Array[0, 30].Sample(spikes =>
    {
        SpikeTrain train = Parse(string.Concat(spikes.Select(s => $"{s.Item1},{s.Item2}\n")));
        var text = new StringWriter();

        SpikeCsv.Write(text, train);
        SpikeTrain again = Parse(text.ToString());

        Assert.Equal(spikes.Length, again.Count);
        Assert.Equal(train.Timesteps, again.Timesteps);
        Assert.Equal(train.Neurons, again.Neurons);
    });

    [Fact]
    public void Counts_are_written_only_where_a_neuron_fires_twice()
    {
        var single = new StringWriter();
        var repeated = new StringWriter();

        SpikeCsv.Write(single, Parse("1,2\n2,2"));
        SpikeCsv.Write(repeated, Parse("1,2\n1,2\n2,2"));

        Assert.Equal("timestep,neuron\n1,2\n2,2\n", single.ToString());
        Assert.Equal("timestep,neuron,count\n1,2,2\n2,2,1\n", repeated.ToString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData("1,2,")]
    [InlineData("1,2,3,4")]
    [InlineData("-1,2")]
    [InlineData("1,-2")]
    [InlineData("1,2,0")]
    [InlineData("1,2,65536")]
    [InlineData("1.5,2")]
    [InlineData("1,2147483648")]
    [InlineData("99999999999999999999,1")]
    [InlineData("one,two")]
    [InlineData("\0\u00ff")]
    public void Refuses_a_malformed_line_by_its_number(string line)
    {
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => Parse($"1,1\n{line}\n2,2\n"));

        Diagnostic finding = Assert.Single(refusal.Diagnostics);
        Assert.Equal("GAN1404", finding.Code);
        Assert.Equal(2, finding.Location.Line);
    }

    [Fact]
    public void Reports_all_malformed_lines_at_once() =>
        Assert.Equal([1, 3], Assert.Throws<InvalidInputException>(() => Parse("x\n1,1\ny")).Diagnostics.Select(d => d.Location.Line ?? 0));

    [Fact]
    public void Refuses_more_spikes_than_memory_should_hold() =>
        Assert.Equal("GAN1405", Assert.Single(Assert.Throws<InvalidInputException>(() => Parse(string.Concat(Enumerable.Repeat("1,1,65535\n", 260)))).Diagnostics).Code);

    private static SpikeTrain Parse(string text) => SpikeCsv.Parse(System.Text.Encoding.UTF8.GetBytes(text), "a.csv");
}
