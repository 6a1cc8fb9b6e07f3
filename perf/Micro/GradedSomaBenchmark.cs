using BenchmarkDotNet.Attributes;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Cores.Loihi2;
using Ganglion.Cores.Loihi2.Lanes;

namespace Ganglion.Perf.Micro;

/// <summary>The soma update of graded neurons, four at a time against one by one; time per compartment.</summary>
public class GradedSomaBenchmark
{
    private const int Compartments = 4096;

    private Core _one = null!;
    private Core _four = null!;
    private long _timestep;

    [Params("sigma-delta", "rf", "atrlif")]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Setup() => (_one, _four) = Model switch
    {
        "sigma-delta" => Cores<SigmaDelta>(1, ("threshold", 1000), ("sigma", 500)),
        "rf" => Cores<ResonateAndFire>(2, ("sinDecay", 2404), ("cosDecay", 3310), ("re", 60_000), ("threshold", 100_000)),
        _ => Cores<AdaptiveThresholdLif>(1, ("currentDecay", 300), ("potentialDecay", 200), ("bias", 20_000), ("thresholdBase", 100_000), ("theta", 100_000)),
    };

    [Benchmark(Baseline = true, OperationsPerInvoke = Compartments)]
    public int OneByOne()
    {
        _one.Update(++_timestep);
        return _one.Spikes.Length;
    }

    [Benchmark(OperationsPerInvoke = Compartments)]
    public int FourAtATime()
    {
        _four.Update(++_timestep);
        return _four.Spikes.Length;
    }

    private static (Core One, Core Four) Cores<TModel>(int ports, params (string Name, int Value)[] columns)
        where TModel : struct, IGradedModel<TModel>
    {
        CoreImage image = new()
        {
            Core = 0,
            Model = TModel.Name,
            Compartments = Compartments,
            Parameters = [.. columns.Select(column => new ParameterColumn { Name = column.Name, Values = [column.Value] })],
            Synapses = new SynapseMemory { SlotStride = Compartments, DelaySlots = ports, Receptors = ports, Rows = [], Words = [], Dense = [] },
            AxonsOut = new AxonTable { First = new int[Compartments + 1], Core = [], Axon = [] },
            Usage = new CoreUsage
            {
                Compartments = Compartments,
                InAxons = 0,
                OutAxons = 0,
                SynapseMemoryBits = 0,
                CompartmentConfigurations = 1,
                ThresholdConfigurations = 1,
                SynapseConfigurations = 1,
                Synapses = 0,
            },
        };
        return (new GradedCore<TModel, ScalarLane>(image), new GradedCore<TModel, VectorLanes>(image));
    }
}
