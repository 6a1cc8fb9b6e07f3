using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Server.Options;

namespace Ganglion.Server.Tests.Options;

public sealed class PortTextTests
{
    [Fact]
    public void A_port_is_read_with_all_of_its_settings()
    {
        PortRequest port = TestServer.Port(
            "spif:3333,sources=a+b,populations=c,policy=drop-oldest,capacity=12,key=a@0x10000+b@7,to=127.0.0.1:5+[::1]:6,timestamps=ignore,grants=no,out=9,sensor=4x5x1,name=retina");

        Assert.Equal((PortProtocol.Spif, 3333, "retina"), (port.Protocol, port.Number, port.DisplayName));
        Assert.Equal(["a", "b"], port.Sources);
        Assert.Equal(["c"], port.Populations);
        Assert.Equal((LossPolicy.DropOldest, 12, TimestampUse.Ignore, false, 9), (port.Policy, port.Capacity, port.Timestamps, port.Grants, port.ChosenOutputNumber));
        Assert.Equal([new KeyChoice("a", 0x10000), new KeyChoice("b", 7)], port.Keys);
        Assert.Equal(["127.0.0.1:5", "[::1]:6"], port.Destinations.Select(end => end.ToString()));
        Assert.Equal(new SensorSize(4, 5, 1), port.Sensor);
    }

    [Theory]
    [InlineData("spif:3333", 3332)]
    [InlineData("spif:3334", 3331)]
    [InlineData("spif:5000", 4999)]
    [InlineData("spif:0", 0)]
    public void The_output_of_a_board_has_the_port_below(string text, int output) => Assert.Equal(output, TestServer.Port(text).ChosenOutputNumber);

    [Theory]
    [InlineData("")]
    [InlineData("spif")]
    [InlineData("spif:-1")]
    [InlineData("spif:65536")]
    [InlineData("tcp:1")]
    [InlineData("spif:1,polycy=wait")]
    [InlineData("spif:1,policy=never")]
    [InlineData("spif:1,capacity=0")]
    [InlineData("spif:1,key=a")]
    [InlineData("spif:1,key=a@0x100000000")]
    [InlineData("spif:1,to=localhost:5")]
    [InlineData("spif:1,to=127.0.0.1")]
    [InlineData("spif:1,sensor=0x5")]
    [InlineData("spif:1,")]
    [InlineData("eieio:1,out=3")]
    [InlineData("eieio:1,sensor=3x3")]
    public void What_is_no_port_is_refused(string text) =>
        Assert.All(Assert.Throws<InvalidInputException>(() => TestServer.Port(text)).Diagnostics, diagnostic => Assert.Equal("GAN3001", diagnostic.Code));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Assert.Equal(2, Assert.Throws<InvalidInputException>(() => TestServer.Port("spif:1,policy=never,capasity=5")).Diagnostics.Count);
}
