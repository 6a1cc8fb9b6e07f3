using System.Threading.Channels;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Router.Tests;

/// <summary>Many threads on the same channels: nothing is lost, nothing overtakes, nobody waits for ever.</summary>
public sealed class ContentionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Nothing_is_lost_and_the_order_of_each_sender_is_kept()
    {
        const int Senders = 4;
        const int Timesteps = 300;
        var pool = new BatchPool();
        using var inbox = new Inbox();
        Task[] senders = [.. Enumerable.Range(0, Senders).Select(sender => Task.Factory.StartNew(
            () => SendAll(new Outbox(sender, inbox, pool, () => Thread.Yield()), Timesteps),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

        int[] next = new int[Senders];
        long[] timestep = new long[Senders];
        for (int open = Senders * Timesteps; open > 0;)
        {
            SpikeBatch batch = inbox.Receive();
            Assert.Equal(timestep[batch.Sender], batch.Timestep);
            foreach (AddressEvent addressEvent in batch.Events)
            {
                Assert.Equal(next[batch.Sender]++, addressEvent.Axon);
            }

            if (batch.Closes)
            {
                timestep[batch.Sender]++;
                open--;
            }

            pool.Return(batch);
        }

        await Task.WhenAll(senders).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.All(next, count => Assert.Equal(EventsUpTo(Timesteps), count));
        Assert.False(inbox.TryReceive(out _));
    }

    [Fact]
    public async Task Two_endpoints_whose_channels_are_both_full_do_not_wait_for_each_other()
    {
        const int Batches = 2000;
        var pool = new BatchPool();
        using var here = new Inbox();
        using var there = new Inbox();
        Inbox[] inboxes = [here, there];
        using var bothSend = new Barrier(2);
        Task<int>[] endpoints = [.. Enumerable.Range(0, 2).Select(self => Task.Factory.StartNew(
            () => Exchange(self, inboxes, pool, bothSend, Batches),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

        int[] received = await Task.WhenAll(endpoints).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal([Batches, Batches], received);
    }

    [Fact]
    public async Task Stopping_wakes_a_parked_reader()
    {
        using var inbox = new Inbox();
        Task reader = Task.Factory.StartNew(
            () => Assert.Throws<ChannelClosedException>(() => inbox.Receive()),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(reader.IsCompleted);

        inbox.Stop();

        await reader.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void What_arrived_before_the_stop_is_still_received()
    {
        using var inbox = new Inbox();
        Assert.True(inbox.TrySend(new SpikeBatch()));

        inbox.Stop();

        Assert.NotNull(inbox.Receive());
        Assert.Throws<ChannelClosedException>(() => inbox.Receive());
        Assert.False(inbox.TrySend(new SpikeBatch()));
    }

    [Fact]
    public async Task A_reader_that_parks_again_and_again_misses_nothing()
    {
        const int Rounds = 3000;
        using var here = new Inbox();
        using var there = new Inbox();
        Inbox[] inboxes = [here, there];
        Task echo = Task.Factory.StartNew(
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    Assert.True(inboxes[1].TrySend(inboxes[0].Receive()));
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var batch = new SpikeBatch();
        for (int i = 0; i < Rounds; i++)
        {
            Assert.True(inboxes[0].TrySend(batch));
            Assert.Same(batch, inboxes[1].Receive());
        }

        await echo.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends 0, 1, 2 … as axons, in timesteps of growing size, some of them empty.</summary>
    private static void SendAll(Outbox outbox, int timesteps)
    {
        int axon = 0;
        for (int timestep = 0; timestep < timesteps; timestep++)
        {
            outbox.Begin(timestep);
            for (int i = 0; i < EventsIn(timestep); i++)
            {
                outbox.Add(new AddressEvent(0, axon++, 1));
            }

            outbox.Close();
        }
    }

    private static int EventsIn(int timestep) => timestep % 7 * (timestep % 11 == 0 ? 1500 : 1);

    private static int EventsUpTo(int timesteps) => Enumerable.Range(0, timesteps).Sum(EventsIn);

    /// <summary>Sends everything before it reads on purpose; what it must take while sending counts too.</summary>
    private static int Exchange(int self, Inbox[] inboxes, BatchPool pool, Barrier bothSend, int batches)
    {
        int received = 0;
        var outbox = new Outbox(self, inboxes[1 - self], pool, TakeOne);
        bothSend.SignalAndWait();
        for (int i = 0; i < batches; i++)
        {
            outbox.Begin(i);
            outbox.Close();
        }

        while (received < batches)
        {
            pool.Return(inboxes[self].Receive());
            received++;
        }

        return received;

        void TakeOne()
        {
            if (inboxes[self].TryReceive(out SpikeBatch? batch))
            {
                pool.Return(batch);
                received++;
            }
            else
            {
                Thread.Yield();
            }
        }
    }
}
