using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Running;

public sealed class CancellationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void All_workers_stop_after_the_same_timestep_as_if_the_run_had_been_that_long(int workers)
    {
        using Machine machine = SmallNetwork.NewMachine(workers);
        using var source = new CancellationTokenSource();
        var spikes = new SpikeHash();
        var steps = new StepLog();
        machine.Attach(spikes);
        machine.Attach(steps);
        machine.Attach(new CancelAt(600, source));

        long done = machine.Run(long.MaxValue / 2, source.Token);

        Assert.InRange(done, 600, 100_000);
        Assert.Equal(done, machine.Timestep);
        Assert.Equal(Enumerable.Range(0, (int)done + 1).Select(timestep => (long)timestep), steps.Timesteps);
        using Machine uncancelled = SmallNetwork.NewMachine();
        Assert.Equal(Outcome.Of(uncancelled, done), Outcome.Of(machine, spikes, steps));
    }

    [Fact]
    public void A_cancelled_machine_can_run_on()
    {
        using Machine machine = SmallNetwork.NewMachine(3);
        var spikes = new SpikeHash();
        var steps = new StepLog();
        machine.Attach(spikes);
        machine.Attach(steps);
        using (var source = new CancellationTokenSource())
        {
            var cancel = new CancelAt(1, source);
            machine.Attach(cancel);
            machine.Run(10_000, source.Token);
            machine.Detach(cancel);
        }

        machine.Run(10_000 - machine.Timestep, CancellationToken.None);

        using Machine uncancelled = SmallNetwork.NewMachine();
        Assert.Equal(Outcome.Of(uncancelled, 10_000), Outcome.Of(machine, spikes, steps));
    }

    private sealed class CancelAt(long timestep, CancellationTokenSource source) : ITimestepObserver
    {
        public void Observe(in TimestepRecord record)
        {
            if (record.Timestep == timestep)
            {
                source.Cancel();
            }
        }
    }
}
