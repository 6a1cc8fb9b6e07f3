using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Emulator.Encoding;
using Ganglion.Emulator.Recordings;

namespace Ganglion.Emulator.Tests.Recordings;

public sealed class EventBinsTests
{
    [Fact]
    public void Bins_begin_with_the_first_event_and_the_incomplete_one_is_dropped()
    {
        SpikeTrain train = EventBins.Count(
            [Event(700), Event(1699), Event(1700), Event(2699), Event(2700)], height: 1, width: 1);

        Assert.Equal([1, 1, 2, 2], train.Timesteps);
    }

    [Fact]
    public void A_pixel_with_several_events_in_a_bin_fires_as_often()
    {
        SpikeTrain train = EventBins.Count([Event(0, x: 1), Event(1, x: 0), Event(2, x: 1), Event(1000)], height: 1, width: 2, firstTimestep: 5);

        Assert.Equal([5, 5, 5], train.Timesteps);
        Assert.Equal([0, 1, 1], train.Neurons);
    }

    [Fact]
    public void Neurons_are_ordered_by_polarity_then_row_then_column()
    {
        SpikeTrain train = EventBins.Count(
            [new CameraEvent(0, 2, 1, false), new CameraEvent(0, 2, 1, true), new CameraEvent(10, 0, 0, false)], height: 3, width: 4, microseconds: 10);

        Assert.Equal([6, 18], train.Neurons);
    }

    [Fact]
    public void No_events_are_no_spikes() => Assert.Equal(0, EventBins.Count([], 34, 34).Count);

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 3)]
    [InlineData(-1, 0)]
    public void Refuses_an_event_outside_of_the_frame(int x, int y)
    {
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => EventBins.Count([Event(0, x, y), Event(5000)], height: 3, width: 2, file: "a.bin"));

        Diagnostic finding = Assert.Single(refusal.Diagnostics);
        Assert.Equal("GAN1403", finding.Code);
        Assert.Equal("event 0", finding.Location.Path);
    }

    [Fact]
    public void Refuses_a_recording_of_too_many_bins() => Assert.Equal(
        "GAN1405",
        Assert.Single(Assert.Throws<InvalidInputException>(() => EventBins.Count([Event(0), Event(long.MaxValue)], 1, 1, 1)).Diagnostics).Code);

    private static CameraEvent Event(long microseconds, int x = 0, int y = 0) => new(microseconds, x, y, IsOn: false);
}
