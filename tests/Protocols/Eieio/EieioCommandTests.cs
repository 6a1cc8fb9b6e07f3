using System.Text;
using Ganglion.Protocols.Eieio;

namespace Ganglion.Protocols.Tests.Eieio;

public sealed class EieioCommandTests
{
    [Fact]
    public void The_database_command_carries_a_path()
    {
        byte[] path = Encoding.UTF8.GetBytes("/tmp/" + new string('x', 300) + "/keys.sqlite3");
        byte[] packet = new byte[2 + path.Length];

        Assert.True(EieioCommand.TryWrite(EieioCommandCode.Database, path, packet, out int length));
        Assert.Equal(packet.Length, length);
        Assert.True(EieioCommand.TryRead(packet, out EieioCommand command, out _));
        Assert.Equal(path, command.Body);
    }

    [Theory]
    [InlineData(new byte[] { }, PacketFault.Truncated)]
    [InlineData(new byte[] { 1 }, PacketFault.Truncated)]
    [InlineData(new byte[] { 1, 0x08, 1, 0, 7, 0 }, PacketFault.WrongKind)]
    [InlineData(new byte[] { 0, 0x40 }, PacketFault.UnknownType)]
    [InlineData(new byte[] { 13, 0x40 }, PacketFault.UnknownType)]
    [InlineData(new byte[] { 1, 0x41 }, PacketFault.UnknownType)]
    [InlineData(new byte[] { 6, 0x40, 2, 1, 0x18, 0, 4, 5, 0, 1, 0 }, PacketFault.Truncated)]
    [InlineData(new byte[] { 9, 0x40, 2, 5, 0, 0, 6, 4, 0, 1, 0, 0 }, PacketFault.WrongCount)]
    public void What_is_no_command_is_refused_with_a_reason(byte[] packet, PacketFault expected)
    {
        Assert.False(EieioCommand.TryRead(packet, out _, out PacketFault fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Commands_are_not_read_as_events() =>
        Assert.Equal(PacketFault.WrongKind, Collected.Read(new EieioReader(EieioReading.Chip), [11, 0x40]).Fault);

    [Fact]
    public void Packets_over_256_bytes_are_refused() =>
        Assert.Equal(PacketFault.TooLong, Collected.Read(new EieioReader(EieioReading.Chip), new byte[257]).Fault);
}
