using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Tests.Reading;

public sealed class CsvReaderTests
{
    [Fact]
    public void It_begins_at_the_header_and_skips_empty_lines()
    {
        var reader = new CsvReader("a,b\r\n\r\n  1,2 \r\n\n3,4", "x.csv");

        Assert.Equal("'a,b' x.csv:1:1", $"{reader.Excerpt} {reader.Location}");
        Assert.True(reader.Read());
        Assert.Equal("'1,2' x.csv:3:1", $"{reader.Excerpt} {reader.Location}");
        Assert.True(reader.Read());
        Assert.Equal("'3,4' x.csv:5:1", $"{reader.Excerpt} {reader.Location}");
        Assert.False(reader.Read());
    }

    [Fact]
    public void An_empty_text_has_an_empty_header_and_no_row()
    {
        var reader = new CsvReader("", "x.csv");

        Assert.True(reader.Line.IsEmpty);
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("9", true)]
    [InlineData("10", false)]
    [InlineData("-1", false)]
    [InlineData("+1", false)]
    [InlineData("1.0", false)]
    [InlineData("1 ,2", false)]
    [InlineData("x", false)]
    [InlineData("", false)]
    [InlineData("99999999999999999999", false)]
    public void Numbers_are_digits_up_to_a_bound(string row, bool expected) =>
        Assert.Equal(expected, new CsvReader(row, "x.csv").TryTake(9, out int _));

    [Theory]
    [InlineData("ab", true)]
    [InlineData("\"a,b\"", true)]
    [InlineData("\"a\"\"b\"", true)]
    [InlineData("\"\"", true)]
    [InlineData("\"ab", false)]
    [InlineData("\"ab\"c", false)]
    [InlineData("a\"b", false)]
    [InlineData("\"", false)]
    [InlineData("\"a\"\"", false)]
    public void Quotes_must_match(string row, bool expected) => Assert.Equal(expected, new CsvReader(row, "x.csv").TryTake(out string _));

    [Fact]
    public void A_row_ends_after_its_last_cell()
    {
        var reader = new CsvReader("1,", "x.csv");

        Assert.True(reader.TryTake(9, out int _));
        Assert.False(reader.IsAtEnd);
        Assert.True(reader.TryTake(out string last));
        Assert.Equal("", last);
        Assert.True(reader.IsAtEnd);
        Assert.False(reader.TryTake(out string _));
        Assert.False(reader.TryTake(9, out int _));
    }
}
