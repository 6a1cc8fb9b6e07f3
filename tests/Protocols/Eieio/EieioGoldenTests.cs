using Ganglion.Protocols.Eieio;

namespace Ganglion.Protocols.Tests.Eieio;

/// <summary>Against bytes that SpiNNMan made, and what SpiNNMan reads in them.</summary>
public sealed class EieioGoldenTests
{
    private const string LowerPrefix = "KEY_16 + lower prefix 0x0007";

    private static readonly Dictionary<string, EieioFormat> Formats = new(StringComparer.Ordinal)
    {
        ["KEY_16 {5,0x1234}"] = new(EieioType.Key16),
        ["KEY_32 {0x00070001}"] = new(EieioType.Key32),
        ["KEY_PAYLOAD_16 {(5,9)}"] = new(EieioType.KeyPayload16),
        ["KEY_PAYLOAD_32 {(0x10001,0xdeadbeef)}"] = new(EieioType.KeyPayload32),
        ["KEY_32 + payload-prefix timestamp 1000"] = EieioFormat.LiveOutput,
        ["KEY_16 + upper prefix 0x0007 + timestamp 1000"] = new(EieioType.Key16, EieioTimes.Prefix, 7),
        ["KEY_32 + fixed payload prefix 0xabcd (not time)"] = new(EieioType.Key32, PayloadPrefix: 0xABCD),
    };

    public static TheoryData<string> Written => [.. Formats.Keys];

    public static TheoryData<string> Read => [.. Formats.Keys, LowerPrefix];

    [Theory]
    [MemberData(nameof(Read))]
    public void The_host_reading_is_that_of_SpiNNMan(string name)
    {
        GoldenBytes golden = GoldenBytes.Of(name);

        Collected read = Collected.Read(new EieioReader(EieioReading.Host), golden.Bytes);

        Assert.NotEmpty(read.Events);
        Assert.Equal(golden.DecodedEvents(), read.Events);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void The_writer_makes_the_bytes_of_SpiNNMan(string name)
    {
        GoldenBytes golden = GoldenBytes.Of(name);

        byte[] written = Assert.Single(Collected.Write(new EieioWriter(Formats[name]), golden.DecodedEvents()));

        Assert.Equal(golden.Bytes, written);
    }

    [Fact]
    public void The_chip_moves_a_key_with_a_lower_prefix_to_the_upper_half()
    {
        Collected read = Collected.Read(new EieioReader(EieioReading.Chip), GoldenBytes.Of(LowerPrefix).Bytes);

        Assert.Equal([new LiveEvent(0x0001_0007)], read.Events);
    }

    [Theory]
    [InlineData("CMD 1 DATABASE ack", EieioCommandCode.Database, 0)]
    [InlineData("CMD 2 EVENT_PADDING", EieioCommandCode.EventPadding, 0)]
    [InlineData("CMD 3 EVENT_STOP", EieioCommandCode.EventStop, 0)]
    [InlineData("CMD 4 STOP_SENDING_REQUESTS", EieioCommandCode.StopSendingRequests, 0)]
    [InlineData("CMD 5 START_SENDING_REQUESTS", EieioCommandCode.StartSendingRequests, 0)]
    [InlineData("CMD 6 SPINNAKER_REQUEST_BUFFERS x1 y2 p3 region4 seq5 space 256", EieioCommandCode.RequestBuffers, 10)]
    [InlineData("CMD 7 HOST_SEND_SEQUENCED_DATA region4 seq5 {KEY_32 t=7}", EieioCommandCode.SequencedData, 12)]
    [InlineData("CMD 9 HOST_DATA_READ n=1 seq5 ch6 region4 read 256", EieioCommandCode.DataRead, 10)]
    [InlineData("CMD 10 STOP_PAUSE", EieioCommandCode.StopPause, 0)]
    [InlineData("CMD 11 START_RESUME", EieioCommandCode.StartResume, 0)]
    [InlineData("CMD 12 HOST_DATA_READ_ACK seq5", EieioCommandCode.DataReadAcknowledged, 1)]
    public void Commands_are_those_of_SpiNNMan(string name, EieioCommandCode code, int bodyBytes)
    {
        byte[] golden = GoldenBytes.Of(name).Bytes;

        Assert.True(EieioCommand.TryRead(golden, out EieioCommand command, out _));
        Assert.Equal(code, command.Code);
        Assert.Equal(bodyBytes, command.Body.Length);
        byte[] written = new byte[golden.Length];
        Assert.True(EieioCommand.TryWrite(code, command.Body, written, out int length));
        Assert.Equal(golden.Length, length);
        Assert.Equal(golden, written);
    }

    [Fact]
    public void Every_golden_case_has_a_test() => Assert.Equal(22, GoldenBytes.Names.Count());
}
