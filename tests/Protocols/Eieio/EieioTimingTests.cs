using Ganglion.Protocols.Eieio;

namespace Ganglion.Protocols.Tests.Eieio;

/// <summary>What happens to packets with times at timestep 100.</summary>
public sealed class EieioTimingTests
{
    private const ulong Now = 100;

    [Theory]
    [InlineData(99, EventTiming.Late)]
    [InlineData(100, EventTiming.Due)]
    [InlineData(101, EventTiming.Early)]
    public void The_chip_keeps_packets_with_payloads_until_their_time(uint time, EventTiming timing)
    {
        byte[] packet = new EieioOracle(3, false, false, true, true, 0, time, [(1, 77)]).Packet();

        LiveEvent read = Assert.Single(Collected.Read(new EieioReader(EieioReading.Chip), packet).Events);

        Assert.Equal(timing, read.TimingAt(Now));
        Assert.False(read.HasPayload);
    }

    [Fact]
    public void The_chip_takes_times_without_a_prefix_as_time_zero()
    {
        byte[] packet = new EieioOracle(3, false, false, false, true, 0, 0, [(1, 100)]).Packet();

        Assert.Equal(EventTiming.Late, Collected.Read(new EieioReader(EieioReading.Chip), packet).Events[0].TimingAt(Now));
        Assert.Equal(EventTiming.Due, Collected.Read(new EieioReader(EieioReading.ChipHonouringTimestamps), packet).Events[0].TimingAt(Now));
    }

    [Fact]
    public void The_chip_sends_keys_without_payloads_at_once_whatever_their_time()
    {
        byte[] packet = new EieioOracle(2, false, false, true, true, 0, 150, [(1, 0)]).Packet();

        Assert.Equal(EventTiming.Due, Collected.Read(new EieioReader(EieioReading.Chip), packet).Events[0].TimingAt(Now));
        Assert.Equal(EventTiming.Early, Collected.Read(new EieioReader(EieioReading.ChipHonouringTimestamps), packet).Events[0].TimingAt(Now));
    }

    [Fact]
    public void Keys_outside_a_space_are_not_in_it()
    {
        var space = new KeySpace(0x0042_0000, 0xFFFF_0000);

        Assert.True(space.Contains(0x0042_1234));
        Assert.False(space.Contains(0x0043_1234));
    }
}
