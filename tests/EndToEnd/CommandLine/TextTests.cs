using CsCheck;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class TextTests
{
    [Fact]
    public void Quoted_cells_are_read_back() =>
        Gen.String[Gen.Char[" ,\"ab"], 0, 8].Array[1, 5].Sample(cells =>
        {
            var reader = new CsvReader($"5,{string.Join(',', cells.Select(CsvFile.Quote))},7", "a.csv");
            Assert.True(reader.TryTake(5, out int first) && first == 5 && !reader.IsAtEnd);
            foreach (string cell in cells)
            {
                Assert.True(reader.TryTake(out string found));
                Assert.Equal(cell, found);
            }

            Assert.True(reader.TryTake(7, out int last) && last == 7 && reader.IsAtEnd);
        });

    [Theory]
    [InlineData(0, "0 J")]
    [InlineData(2.5e-12, "2.500 pJ")]
    [InlineData(12.34e-9, "12.34 nJ")]
    [InlineData(999.96e-9, "1.000 µJ")]
    [InlineData(1, "1.000 J")]
    [InlineData(5e-18, "0.005 fJ")]
    public void Energies_have_a_fitting_prefix(double joule, string expected) => Assert.Equal(expected, Quantity.Energy(joule));

    [Theory]
    [InlineData(1, "1 core")]
    [InlineData(0, "0 cores")]
    [InlineData(1234, "1,234 cores")]
    public void Counts_name_their_things(long count, string expected) => Assert.Equal(expected, Quantity.Count(count, "core"));

    [Fact]
    public void Numbers_are_aligned_to_the_right()
    {
        var table = new TextTable("name", ">count");
        table.Add("a", "1");
        table.Add("long name", "1,000");
        using var output = new StringWriter { NewLine = "\n" };

        table.WritePlain(output);

        Assert.Equal("name       count\na              1\nlong name  1,000\n", output.ToString());
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(100, 10)]
    [InlineData(101, 20)]
    [InlineData(3000, 500)]
    public void Axes_are_divided_into_round_parts(double range, double expected) => Assert.Equal(expected, AxisTicks.Step(range));
}
