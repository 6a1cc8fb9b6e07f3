using Ganglion.ChipSpec.Image;

namespace Ganglion.Router.Tests;

public sealed class OutboxTests : IDisposable
{
    private readonly BatchPool _pool = new();
    private readonly Inbox _inbox = new();

    [Fact]
    public void Closing_a_timestep_sends_one_last_batch_even_if_it_is_empty()
    {
        Outbox outbox = NewOutbox();
        outbox.Begin(5);
        outbox.Close();

        Assert.True(_inbox.TryReceive(out SpikeBatch? batch));
        Assert.Equal((7, 5, true, 0), (batch.Sender, batch.Timestep, batch.Closes, batch.Events.Length));
        Assert.False(_inbox.TryReceive(out _));
    }

    [Theory]
    [InlineData(SpikeBatch.Capacity, 1)]
    [InlineData(SpikeBatch.Capacity + 1, 2)]
    [InlineData((3 * SpikeBatch.Capacity) + 10, 4)]
    public void Many_events_fill_several_batches_of_which_only_the_last_closes(int events, int batches)
    {
        Outbox outbox = NewOutbox();
        outbox.Begin(9);
        for (int i = 0; i < events; i++)
        {
            outbox.Add(new AddressEvent(0, i, 1));
        }

        outbox.Close();

        List<AddressEvent> received = [];
        for (int i = 0; i < batches; i++)
        {
            Assert.True(_inbox.TryReceive(out SpikeBatch? batch));
            Assert.Equal((9, i == batches - 1), (batch.Timestep, batch.Closes));
            received.AddRange(batch.Events);
        }

        Assert.False(_inbox.TryReceive(out _));
        Assert.Equal(Enumerable.Range(0, events).Select(i => new AddressEvent(0, i, 1)), received);
    }

    public void Dispose() => _inbox.Dispose();

    private Outbox NewOutbox() => new(sender: 7, _inbox, _pool, () => Assert.Fail("The channel has room."));
}
