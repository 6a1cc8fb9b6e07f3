using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
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

    [Fact]
    public void Learning_allocates_nothing_per_timestep()
    {
        ChipSpec.Spec.ChipSpec chip = Presets.Load("loihi1");
        ChipImage image = NetworkCompiler.Compile(PlasticNetwork(), chip).Image;
        using var machine = new Machine(image, chip, new MachineOptions { Seed = 11 });
        machine.Run(Timesteps);

        long shortRun = AllocatedHere(() => machine.Run(10));
        long longRun = AllocatedHere(() => machine.Run(Timesteps));

        Assert.True(machine.Ledger().Totals.WeightWrites > 100);
        Assert.Equal(0, longRun - shortRun);
    }

    private static Network PlasticNetwork() => new NetworkBuilder("plastic")
        .AddSource("noise", [20], new PoissonSource([0.2]))
        .AddSource("reward", [1], new PoissonSource([0.05]))
        .AddPopulation("a", [30], new LoihiNeurons { CurrentDecay = [700], PotentialDecay = [200], ThresholdMantissa = [150] })
        .Connect(new Projection
        {
            Name = "learning",
            Source = "noise",
            Target = "a",
            Connectivity = new AllToAll(20, 30, 40),
            Unit = new IntegerWeights(Sign: SignMode.Excitatory),
            Plasticity = new Plasticity
            {
                Rule = LearningRule.Parse("dw = 2^-3*u1*t*y2; dt = 2^-2*y0*x1 - 2^-2*x0*y1"),
                X1 = new TraceParameters(30, 10),
                Y1 = new TraceParameters(30, 10),
                Y2 = new TraceParameters(0, 5),
            },
        })
        .Connect(new Projection
        {
            Name = "reward",
            Source = "reward",
            Target = "a",
            Connectivity = new AllToAll(1, 30, 50),
            Unit = new IntegerWeights(Sign: SignMode.Excitatory),
            ThirdFactor = new ThirdFactor(2, ThirdFactorMode.Impulse),
        })
        .Build();

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
