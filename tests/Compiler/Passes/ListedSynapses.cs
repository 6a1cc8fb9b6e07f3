using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>A connectivity that a test writes down synapse by synapse.</summary>
internal sealed record ListedSynapses(params (int Source, int Target, double Weight, int Delay)[] Synapses) : Connectivity
{
    public static ListedSynapses AllToAll(int sources, int targets, Func<int, int, double> weight, int delay = 1) => new(
    [
        .. from source in Enumerable.Range(0, sources)
           from target in Enumerable.Range(0, targets)
           select (source, target, weight(source, target), delay),
    ]);

    public override IntegerRange Delays => new(
        Synapses.Select(s => s.Delay).DefaultIfEmpty(1).Min(), Synapses.Select(s => s.Delay).DefaultIfEmpty(1).Max());

    public override void AppendRow(int source, List<Synapse> row) => row.AddRange(
        Synapses.Where(s => s.Source == source).OrderBy(s => s.Target).Select(s => new Synapse(s.Target, s.Weight, s.Delay)));

    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target) => [];

    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) => Synapses.Length;

    public override void AddTo(XxHash128 hash) => hash.Append(MemoryMarshal.AsBytes(Synapses.AsSpan()));
}
