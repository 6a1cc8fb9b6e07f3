using CsCheck;
using Ganglion.Protocols.Faery;

namespace Ganglion.Protocols.Tests.Faery;

public sealed class FaeryTests
{
    public static TheoryData<FaeryFormat> Formats => [FaeryFormat.Time32, FaeryFormat.Time64];

    [Fact]
    public void Time64_is_little_endian() => Assert.Equal(
        [LiveEvent.At(new CameraAddress(0x0102, 0x0304, true).Word, 0x0102_0304_0506_0708)],
        Collected.Read(new FaeryReader(FaeryFormat.Time64), [8, 7, 6, 5, 4, 3, 2, 1, 2, 1, 4, 3, 1]).Events);

    [Fact]
    public void Time32_has_the_sign_below_the_row() => Assert.Equal(
        [LiveEvent.At(new CameraAddress(0x0102, 3, true).Word, 0x0102_0304), LiveEvent.At(new CameraAddress(1, 4, false).Word, 0x0102_0305)],
        Collected.Read(new FaeryReader(FaeryFormat.Time32), [4, 3, 2, 1, 2, 1, 7, 0, 5, 3, 2, 1, 1, 0, 8, 0]).Events);

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_written_is_read_back(FaeryFormat format) =>
        Gen.Select(Gen.UInt[0, 0x7FFF_FFFF], Gen.UInt[0, 1000]).Array[1, 400].Sample(pairs =>
        {
            ulong time = 0;
            LiveEvent[] events = [.. pairs.Select(pair => LiveEvent.At(pair.Item1, time += pair.Item2))];
            var reader = new FaeryReader(format);

            List<byte[]> datagrams = Collected.Write(new FaeryWriter(format), events);

            Assert.Equal((events.Length + 99) / 100, datagrams.Count);
            Assert.Equal(events, datagrams.SelectMany(datagram => Collected.Read(ref reader, datagram).Events));
        }, iter: 100);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_datagram_from_before_the_last_time_is_refused(FaeryFormat format)
    {
        var reader = new FaeryReader(format);
        byte[] late = Collected.Write(new FaeryWriter(format), [LiveEvent.At(1, 99), LiveEvent.At(1, 300)])[0];
        byte[] first = Collected.Write(new FaeryWriter(format), [LiveEvent.At(1, 50), LiveEvent.At(1, 100)])[0];

        Assert.True(Collected.Read(ref reader, first).Good);
        Assert.Equal(PacketFault.OutOfOrder, Collected.Read(ref reader, late).Fault);
        Assert.True(Collected.Read(ref reader, Collected.Write(new FaeryWriter(format), [LiveEvent.At(1, 100)])[0]).Good);
    }

    [Fact]
    public void A_datagram_cut_short_is_refused() =>
        Assert.Equal(PacketFault.Truncated, Collected.Read(new FaeryReader(FaeryFormat.Time64), new byte[14]).Fault);

    [Fact]
    public void Coordinates_that_no_word_holds_are_refused() =>
        Assert.Equal(PacketFault.OutOfRange, Collected.Read(new FaeryReader(FaeryFormat.Time64), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0]).Fault);

    [Fact]
    public void A_refused_datagram_does_not_move_the_last_time()
    {
        var reader = new FaeryReader(FaeryFormat.Time32);

        Assert.Equal(PacketFault.OutOfRange, Collected.Read(ref reader, [0xFF, 0xFF, 0xFF, 0xFF, 0, 0x80, 0, 0]).Fault);
        Assert.True(Collected.Read(ref reader, [1, 0, 0, 0, 1, 0, 1, 0]).Good);
    }
}
