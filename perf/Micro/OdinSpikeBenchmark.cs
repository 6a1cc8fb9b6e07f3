using BenchmarkDotNet.Attributes;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Cores.Odin;

namespace Ganglion.Perf.Micro;

/// <summary>A spike of ODIN, which visits eight neurons at a time, against the same as single synapses one by one; time per synapse.</summary>
public class OdinSpikeBenchmark
{
    private const int Neurons = OdinCore.LargestCore;
    private static readonly AxonEvent[] Spike = [7];
    private static readonly AxonEvent[] Singles = [.. Enumerable.Range(Neurons, Neurons).Select(axon => new AxonEvent(axon))];

    private OdinCore _core = null!;
    private long _timestep;

    /// <summary>Whether the synapses learn.</summary>
    [Params(0, 1)]
    public int Learning { get; set; }

    [GlobalSetup]
    public void Setup() => _core = new OdinCore(Image());

    [Benchmark(Baseline = true, OperationsPerInvoke = Neurons)]
    public int Scalar() => Step(Singles);

    [Benchmark(OperationsPerInvoke = Neurons)]
    public int Vector() => Step(Spike);

    private int Step(AxonEvent[] events)
    {
        _core.Deliver(_timestep++, events);
        _core.Update(_timestep);
        return _core.Spikes.Length;
    }

    private CoreImage Image() => new()
    {
        Core = 0,
        Model = OdinCore.Model,
        Compartments = Neurons,
        Parameters =
        [
            new ParameterColumn { Name = "threshold", Values = [200] },
            new ParameterColumn { Name = "openLoop", Values = [1] },
            new ParameterColumn { Name = "learnOnSingleSynapse", Values = [1] },
            new ParameterColumn { Name = "calciumEnabled", Values = [Learning] },
            new ParameterColumn { Name = "learningPotential", Values = [100] },
            new ParameterColumn { Name = "calciumMiddle", Values = [7] },
            new ParameterColumn { Name = "calciumHigh", Values = [7] },
        ],
        Synapses = new SynapseMemory
        {
            SlotStride = Neurons,
            DelaySlots = 1,
            Rows =
            [
                .. Enumerable.Range(0, Neurons).Select(source => new SynapseRow(source * Neurons, Neurons, 0, RowForm.Dense, RowForm.Dense)),
                .. Enumerable.Range(0, Neurons).Select(target => new SynapseRow(0, 0, 0x10000 | (7 << 8) | target, RowForm.Shared, RowForm.Shared)),
            ],
            Words = [],
            Dense = [.. Enumerable.Range(0, Neurons * Neurons).Select(i => (short)(8 | (i % 7)))],
        },
        AxonsOut = new AxonTable { First = new int[Neurons + 1], Core = [], Axon = [] },
        Usage = new CoreUsage
        {
            Compartments = Neurons,
            InAxons = Neurons,
            OutAxons = 0,
            SynapseMemoryBits = 0,
            CompartmentConfigurations = 0,
            ThresholdConfigurations = 0,
            SynapseConfigurations = 0,
            Synapses = Neurons * Neurons,
        },
    };
}
