using CsCheck;
using Ganglion.Protocols.Eieio;

namespace Ganglion.Protocols.Tests.Eieio;

/// <summary>All 48 headers of data packets.</summary>
public sealed class EieioHeaderTests
{
    private const uint Population = 0x0042_0000;

    public static IEnumerable<TheoryDataRow<int, string, bool, bool>> Headers =>
        from type in Enumerable.Range(0, 4)
        from prefix in (string[])["none", "lower", "upper"]
        from payloadPrefix in (bool[])[false, true]
        from times in (bool[])[false, true]
        select new TheoryDataRow<int, string, bool, bool>(type, prefix, payloadPrefix, times);

    [Fact]
    public void There_are_48() => Assert.Equal(48, Headers.Count());

    [Theory]
    [MemberData(nameof(Headers))]
    public void Packets_are_read_in_all_three_ways(int type, string prefix, bool payloadPrefix, bool times) =>
        Packets(type, prefix, payloadPrefix, times).Sample(packet =>
        {
            foreach (EieioReading reading in Enum.GetValues<EieioReading>())
            {
                Assert.Equal(packet.Events(reading, null), Collected.Read(new EieioReader(reading), packet.Packet()).Events);
                Assert.Equal(
                    packet.Events(reading, Population),
                    Collected.Read(new EieioReader(reading, EieioConfiguredPrefix.OfPopulation(Population)), packet.Packet()).Events);
            }
        }, iter: 50);

    [Theory]
    [MemberData(nameof(Headers))]
    public void Header_tells_sizes(int type, string prefix, bool payloadPrefix, bool times) =>
        Packets(type, prefix, payloadPrefix, times).Sample(packet =>
        {
            byte[] bytes = packet.Packet();
            Assert.True(EieioHeader.TryRead(bytes, out EieioHeader header, out _));
            Assert.Equal(packet.Elements.Length, header.Count);
            Assert.Equal(bytes.Length, header.ElementsStart + (header.Count * header.ElementBytes));
            Assert.Equal(new EieioHeader((EieioType)type, header.Count, prefix == "upper", payloadPrefix, times), prefix == "lower" ? new EieioHeader((ushort)(header.Bits & 0x7FFF)) : header);
        }, iter: 10);

    [Theory]
    [InlineData(EieioType.Key16, 127)]
    [InlineData(EieioType.KeyPayload16, 63)]
    [InlineData(EieioType.Key32, 63)]
    [InlineData(EieioType.KeyPayload32, 31)]
    public void A_packet_holds_as_many_elements_as_live_clients_send(EieioType type, int most) =>
        Assert.Equal(most, new EieioHeader(type, 0, false, false, false).MostElements);

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_packet_cut_short_is_refused_wherever_it_is_cut(int type, string prefix, bool payloadPrefix, bool times) =>
        Packets(type, prefix, payloadPrefix, times).Sample(packet =>
        {
            byte[] bytes = packet.Packet();
            EieioHeader.TryRead(bytes, out EieioHeader header, out _);
            for (int length = 0; length < bytes.Length; length++)
            {
                Collected read = Collected.Read(new EieioReader(EieioReading.Chip), bytes.AsSpan(0, length));
                Assert.Equal(length < header.ElementsStart ? PacketFault.Truncated : PacketFault.WrongCount, read.Fault);
            }
        }, iter: 10);

    [Theory]
    [MemberData(nameof(Headers))]
    public void Bytes_after_the_elements_do_not_matter(int type, string prefix, bool payloadPrefix, bool times) =>
        Packets(type, prefix, payloadPrefix, times).Where(packet => packet.Packet().Length <= 253).Sample(packet =>
            Assert.Equal(packet.Events(EieioReading.Chip, null), Collected.Read(new EieioReader(EieioReading.Chip), [.. packet.Packet(), 1, 2, 3]).Events), iter: 10);

    private static Gen<EieioOracle> Packets(int type, string prefix, bool payloadPrefix, bool times)
    {
        uint widest = type >= 2 ? uint.MaxValue : ushort.MaxValue;
        Gen<uint> value = Gen.UInt[0, widest];
        int most = (256 - 8) / (type == 0 ? 2 : type == 3 ? 8 : 4);
        return Gen.Select(Gen.UInt[0, 0xFFFF], value, Gen.Select(value, value).Array[0, most]).Select((keyPrefix, fixedPayload, elements) =>
            new EieioOracle(type, prefix != "none", prefix == "upper", payloadPrefix, times, keyPrefix, fixedPayload, elements));
    }
}
