using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Emulator.Recordings;

namespace Ganglion.Emulator.Tests.Recordings;

public sealed class NMnistReaderTests
{
    [Fact]
    public void Unpacks_column_row_polarity_and_time()
    {
        IReadOnlyList<CameraEvent> events = NMnistReader.Parse([3, 5, 0x00, 0x01, 0x02, 33, 0, 0xFF, 0xFF, 0xFE], "a.bin");

        Assert.Equal([new CameraEvent(0x102, 3, 5, false), new CameraEvent(0x7FFFFE, 33, 0, true)], events);
    }

    [Fact]
    public void Row_240_adds_an_overflow_to_the_times_behind_it()
    {
        IReadOnlyList<CameraEvent> events = NMnistReader.Parse([1, 1, 0, 0, 9, 0, 240, 0, 0, 0, 1, 1, 0, 0, 4], "a.bin");

        Assert.Equal([9, 4 + 8192], events.Select(e => e.Microseconds));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3, 4 })]
    [InlineData(new byte[] { 1, 2, 0, 0, 4, 1 })]
    [InlineData(new byte[] { 1, 1, 0, 0, 9, 1, 1, 0, 0, 8 })]
    public void Refuses_what_is_cut_short_or_goes_back_in_time(byte[] bytes)
    {
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => NMnistReader.Parse(bytes, "a.bin"));

        Diagnostic finding = Assert.Single(refusal.Diagnostics);
        Assert.Equal("GAN1402", finding.Code);
        Assert.Equal("a.bin", finding.Location.File);
    }

    [Theory]
    [InlineData("does/not/exist.bin")]
    [InlineData("/")]
    [InlineData("")]
    public void Refuses_a_file_that_cannot_be_read(string path) =>
        Assert.Equal("GAN1401", Assert.Single(Assert.Throws<InvalidInputException>(() => NMnistReader.ReadFile(path)).Diagnostics).Code);

    [Fact]
    public void Refuses_a_file_without_end() =>
        Assert.Equal("GAN1401", RefusalOfEndlessFile());

    private static string RefusalOfEndlessFile()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "this system has no /dev/zero");
        return Assert.Single(Assert.Throws<InvalidInputException>(() => NMnistReader.ReadFile("/dev/zero")).Diagnostics).Code;
    }
}
