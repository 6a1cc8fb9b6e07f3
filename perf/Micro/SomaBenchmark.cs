using BenchmarkDotNet.Attributes;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Cores.Neurons;

namespace Ganglion.Perf.Micro;

/// <summary>The soma update of Loihi compartments, eight at a time against one by one; time per compartment.</summary>
public class SomaBenchmark
{
    private Core<LoihiCubaLif> _core = null!;
    private LoihiCubaLif _scalar;
    private CompartmentTable _table = null!;
    private long _timestep;

    [GlobalSetup]
    public void Setup()
    {
        CoreImage image = Image();
        _core = new Core<LoihiCubaLif>(image);
        _table = new CompartmentTable(LoihiCubaLif.Variables, image);
        _scalar = LoihiCubaLif.Bind(_table);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = RandomRows.Compartments)]
    public int Scalar()
    {
        int spikes = 0;
        for (int compartment = 0; compartment < RandomRows.Compartments; compartment++)
        {
            spikes += _scalar.Step(compartment, accumulator: 0).Spiked ? 1 : 0;
        }

        return spikes;
    }

    [Benchmark(OperationsPerInvoke = RandomRows.Compartments)]
    public int Vector()
    {
        _core.Update(++_timestep);
        return _core.Spikes.Length;
    }

    private static CoreImage Image() => new()
    {
        Core = 0,
        Model = LoihiCubaLif.Name,
        Compartments = RandomRows.Compartments,
        Parameters =
        [
            new ParameterColumn { Name = "currentDecay", Values = [819] },
            new ParameterColumn { Name = "potentialDecay", Values = [205] },
            new ParameterColumn { Name = "threshold", Values = [64_000] },
            new ParameterColumn { Name = "bias", Values = [3_520] },
        ],
        Synapses = RandomRows.Make(RowForm.Sparse, axons: 1),
        AxonsOut = new AxonTable { First = new int[RandomRows.Compartments + 1], Core = [], Axon = [] },
        Usage = new CoreUsage
        {
            Compartments = RandomRows.Compartments,
            InAxons = 1,
            OutAxons = 0,
            SynapseMemoryBits = 0,
            CompartmentConfigurations = 1,
            ThresholdConfigurations = 1,
            SynapseConfigurations = 1,
            Synapses = RandomRows.RowLength,
        },
    };
}
