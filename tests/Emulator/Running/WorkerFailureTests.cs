using Ganglion.ChipSpec.Image;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>Whatever goes wrong in a worker ends the run and reaches its caller.</summary>
public sealed class WorkerFailureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void An_observer_that_throws_ends_the_run(int workers)
    {
        using Machine machine = SmallNetwork.NewMachine(workers);
        machine.Attach(new ThrowAt(300));

        WorkerFailedException failure = Assert.Throws<WorkerFailedException>(() => machine.Run(100_000));

        Assert.Equal("The disk is full.", Assert.IsType<IOException>(failure.InnerException).Message);
        Assert.InRange(failure.Timestep, 300, 100_000);
        Assert.InRange(failure.Worker, 0, workers - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_failing_core_is_named_with_its_timestep(int workers)
    {
        (ChipImage image, int core) = WithBrokenAxon();
        using var machine = new Machine(image, SmallNetwork.Chip, new MachineOptions { Workers = workers });
        machine.Inject("outside", 123, [1]);

        WorkerFailedException failure = Assert.Throws<WorkerFailedException>(() => machine.Run(1000));

        Assert.Equal(123, failure.Timestep);
        Assert.Equal(image.Cores[core].Core, failure.Core!.Value.Value);
        Assert.Contains("timestep 123", failure.Message, StringComparison.Ordinal);
        Assert.IsType<IndexOutOfRangeException>(failure.InnerException);
    }

    [Fact]
    public void A_machine_that_failed_refuses_to_go_on()
    {
        using Machine machine = SmallNetwork.NewMachine(2);
        machine.Attach(new ThrowAt(0));
        Assert.Throws<WorkerFailedException>(() => machine.Run(10));

        Assert.Throws<WorkerFailedException>(() => machine.Run(10));
    }

    /// <summary>The external source's neuron 1 points to an axon that its destination does not have.</summary>
    private static (ChipImage Image, int Core) WithBrokenAxon()
    {
        ChipImage image = SmallNetwork.Image;
        SourceImage source = image.Sources.Single(source => source.Kind == SourceKind.External);
        int entry = source.AxonsOut.First[1];
        int[] axons = [.. source.AxonsOut.Axon];
        axons[entry] = 1_000_000;
        SourceImage broken = source with { AxonsOut = source.AxonsOut with { Axon = axons } };
        return (image with { Sources = [.. image.Sources.Select(other => other == source ? broken : other)] }, source.AxonsOut.Core[entry]);
    }

    private sealed class ThrowAt(long timestep) : ITimestepObserver
    {
        public void Observe(in TimestepRecord record)
        {
            if (record.Timestep == timestep)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}
