using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>Once warm, a machine allocates nothing per timestep, however long it runs.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private const int Timesteps = 10_000;

    /// <summary>Size of the smallest object.</summary>
    private const int SmallestObject = 24;

    [Fact]
    public void One_worker_allocates_nothing_per_timestep()
    {
        using Machine machine = SmallNetwork.NewMachine();
        machine.Attach(new SpikeCounter(machine.Neurons));
        machine.Attach(new SpikeHash());
        machine.Attach("a", "v", 1, new NoSink());
        machine.Run(Timesteps);

        long shortRun = AllocatedHere(() => machine.Run(10));
        long longRun = AllocatedHere(() => machine.Run(Timesteps));

        Assert.Equal(0, longRun - shortRun);
    }

    [Fact]
    public void Two_workers_allocate_less_than_one_object_per_timestep()
    {
        using Machine machine = SmallNetwork.NewMachine(workers: 2);
        machine.Run(Timesteps);

        long shortRun = AllocatedAnywhere(() => machine.Run(10));
        long longRun = AllocatedAnywhere(() => machine.Run(Timesteps));

        Assert.InRange(longRun - shortRun, long.MinValue, Timesteps * SmallestObject);
    }

    private static long AllocatedHere(Func<long> run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long AllocatedAnywhere(Func<long> run)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        run();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private sealed class NoSink : IProbeSink
    {
        public void Write(long timestep, ReadOnlySpan<int> values)
        {
        }
    }
}
