using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Cores.Synapses;

namespace Ganglion.Perf.Micro;

/// <summary>Row delivery in each storage form against the bare loop over packed words; time per synapse.</summary>
public class RowDeliveryBenchmark
{
    private readonly int[] _accumulators = new int[1 << 16];
    private RowDelivery _delivery = null!;
    private SynapseMemory _memory = null!;
    private AxonEvent[] _firing = [];
    private CoreCounters _counters;

    /// <summary>Rows of the core: 512 stay in the second-level cache, 65,536 do not.</summary>
    [Params(512, 65_536)]
    public int Axons { get; set; }

    [GlobalSetup(Target = nameof(Sparse))]
    public void SetupSparse() => Setup(RowForm.Sparse);

    [GlobalSetup(Target = nameof(Dense))]
    public void SetupDense() => Setup(RowForm.Dense);

    [GlobalSetup(Target = nameof(Shared))]
    public void SetupShared() => Setup(RowForm.Shared);

    [GlobalSetup(Target = nameof(BareLoop))]
    public void SetupBareLoop() => Setup(RowForm.Sparse);

    /// <summary>No prefetching, no counting, one fixed ring of 65,536 accumulators.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = 512 * RandomRows.RowLength)]
    public void BareLoop()
    {
        ref int accumulators = ref MemoryMarshal.GetArrayDataReference(_accumulators);
        foreach (AxonEvent fired in _firing)
        {
            SynapseRow row = _memory.Rows[fired.Axon];
            foreach (uint word in _memory.Words.AsSpan(row.Start, row.Length))
            {
                Unsafe.Add(ref accumulators, (ushort)word) += (int)word >> 16;
            }
        }
    }

    [Benchmark(OperationsPerInvoke = 512 * RandomRows.RowLength)]
    public void Sparse() => _delivery.Deliver(0, _firing, ref _counters);

    [Benchmark(OperationsPerInvoke = 512 * RandomRows.RowLength)]
    public void Shared() => _delivery.Deliver(0, _firing, ref _counters);

    [Benchmark(OperationsPerInvoke = 512 * RandomRows.RowLength)]
    public void Dense() => _delivery.Deliver(0, _firing, ref _counters);

    private void Setup(RowForm form)
    {
        _memory = RandomRows.Make(form, Axons);
        _delivery = new RowDelivery(_memory, new Dendrites(_memory));
        _firing = [.. RandomRows.Firing(Axons).Take(512).Select(axon => new AxonEvent(axon))];
    }
}
