using Ganglion.Server.Lockstep;

namespace Ganglion.Server.Tests.Lockstep;

public sealed class GrantBoardTests
{
    private readonly List<long> _granted = [];

    [Fact]
    public void Time_passes_as_far_as_the_most_cautious_allows()
    {
        var board = new GrantBoard(_granted.Add);
        Granter first = board.Join("first");
        Granter second = board.Join("second");
        first.GrantUntil(5);
        Assert.Empty(_granted);
        second.GrantUntil(3);
        second.GrantUntil(2);
        second.GrantUntil(9);

        Assert.Equal([3, 5], _granted);
        Assert.Equal(5, board.Granted);
    }

    [Fact]
    public void Nobody_waits_for_one_who_has_left()
    {
        var board = new GrantBoard(_granted.Add);
        Granter first = board.Join("first");
        Granter second = board.Join("second");
        first.GrantUntil(5);
        second.Dispose();
        second.GrantUntil(100);
        first.Dispose();

        Assert.Equal([5], _granted);
        Assert.Empty(board.Granters);
    }

    [Fact]
    public void Who_comes_later_begins_where_the_others_are()
    {
        var board = new GrantBoard(_granted.Add, now: 40);
        Granter first = board.Join("first");
        first.GrantUntil(50);
        Granter second = board.Join("second");
        Assert.Equal(50, second.Granted);
        first.GrantUntil(60);
        second.GrantUntil(51);

        Assert.Equal([50, 51], _granted);
    }

    [Fact]
    public void Without_anybody_time_stands_still()
    {
        var board = new GrantBoard(_granted.Add);
        board.Join("first").Dispose();

        Assert.Empty(_granted);
        Assert.Equal(0, board.Granted);
    }
}
