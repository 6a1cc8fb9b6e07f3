using Ganglion.ChipSpec.Image;

namespace Ganglion.Router.Tests;

public sealed class SpikeBatchTests
{
    [Fact]
    public void A_batch_holds_its_events_in_order_until_it_begins_again()
    {
        var batch = new SpikeBatch();
        batch.Begin(sender: 3, timestep: 17);
        batch.Add(new AddressEvent(1, 2, 1));
        batch.Add(new AddressEvent(1, 2, 1));
        batch.Add(new AddressEvent(0, 9, 4));
        batch.Closes = true;

        Assert.Equal((3, 17), (batch.Sender, batch.Timestep));
        Assert.Equal([new(1, 2, 1), new(1, 2, 1), new AddressEvent(0, 9, 4)], batch.Events.ToArray());

        batch.Begin(sender: 4, timestep: 18);
        Assert.Equal((4, 18, false, 0), (batch.Sender, batch.Timestep, batch.Closes, batch.Events.Length));
    }

    [Fact]
    public void A_batch_is_full_at_its_capacity()
    {
        var batch = new SpikeBatch();
        batch.Begin(0, 1);
        for (int i = 0; i < SpikeBatch.Capacity; i++)
        {
            Assert.False(batch.IsFull);
            batch.Add(new AddressEvent(0, i, 1));
        }

        Assert.True(batch.IsFull);
        Assert.Equal(SpikeBatch.Capacity, batch.Events.Length);
    }

    [Fact]
    public void A_returned_batch_is_rented_again()
    {
        var pool = new BatchPool();
        SpikeBatch first = pool.Rent();

        Assert.NotSame(first, pool.Rent());
        pool.Return(first);
        Assert.Same(first, pool.Rent());
    }
}
