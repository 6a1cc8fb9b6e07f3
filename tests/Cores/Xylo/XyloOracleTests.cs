using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Xylo;

namespace Ganglion.Cores.Tests.Xylo;

/// <summary>The core, with its vectors, its closed forms and its bookkeeping, against the plain definition.</summary>
public sealed class XyloOracleTests
{
    private const int Steps = 12;
    private const int Inputs = 3;

    private static readonly Gen<int> Weight = Gen.OneOf(
        Gen.Int[-128, 127].Select(Gen.Int[0, 7], (weight, shift) => weight << shift), Gen.OneOf(-32768, 32767, -16384, 16256, 0));

    private static readonly Gen<(int, int, int)> Synapse = Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[0, 1], Weight, (target, state, weight) => (target, state, weight));

    /// <summary>Dashes of three states, threshold, bias, maximum of spikes, alias.</summary>
    private static readonly Gen<int[]> Compartment = Gen.Select(
        Gen.OneOf(Gen.Int[0, 15], Gen.OneOf(0, 1, 15)),
        Gen.Int[0, 15],
        Gen.OneOf(Gen.Int[0, 15], Gen.OneOf(0, 1, 15)),
        Gen.OneOf(Gen.Int[1, 300], Gen.Int[1, 32767], Gen.OneOf(0, -5, -32768)),
        Gen.OneOf(Gen.Const(0), Gen.Int[-200, 200], Gen.Int[-32768, 32767]),
        Gen.OneOf(Gen.Const(1), Gen.Const(31), Gen.Const(31)),
        Gen.OneOf(Gen.Const(-1), Gen.Const(-1), Gen.Int[0, 1 << 20]),
        (a, b, c, d, e, f, g) => new[] { a, b, c, d, e, f, g });

    [Fact]
    public void Core_does_what_the_plain_definition_does()
    {
        long spikes = 0;
        Gen.Select(Compartment.Array[1, 26], Synapse.Array[0, 12].Array[Inputs + 26], Gen.Int[0, 40].Array[Steps * Inputs], Gen.ULong).Sample(
            (compartments, synapses, input, seed) => Interlocked.Add(ref spikes, Compare(compartments, synapses, input, seed)), iter: 3000);

        Assert.True(spikes > 10_000, $"Only {spikes} spikes; the comparison says nothing.");
    }

    private static long Compare(int[][] parameters, (int Target, int State, int Weight)[][] synapses, int[] input, ulong seed)
    {
        int count = parameters.Length;
        var plain = new PlainXylo(count)
        {
            InputAxons = Inputs,
            Axons = [.. synapses.Take(Inputs + count).Select(row => row.Select(s => (s.Target % count, s.State, s.Weight)).ToList())],
            SynapseDash = [Column(0), Column(1)],
            MembraneDash = Column(2),
            Threshold = Column(3),
            Bias = Column(4),
            MaximumSpikes = Column(5),
            Alias = [.. Column(6).Select((target, c) => target < 0 || target % count == c ? -1 : target % count)],
        };
        var core = new XyloCore(Image(plain, count));
        int[] events = new int[Inputs + count];
        long spikes = 0;
        for (int step = 1; step <= Steps; step++)
        {
            int[] fed = input[((step - 1) * Inputs)..(step * Inputs)];
            fed.Select(n => n < 20 ? 0 : n - 20).ToArray().CopyTo(events, 0);
            Deliver(core, step - 1, events, seed + (ulong)step);
            bool needed = core.NeedsUpdate(step);
            bool changed = plain.Step(events);
            Assert.True(needed || !changed);
            core.Update(step);

            Assert.Equal(plain.Current[0], core.Table["isyn"].Take(count));
            Assert.Equal(plain.Current[1], core.Table["isyn2"].Take(count));
            Assert.Equal(plain.V, core.Table["v"].Take(count));
            Assert.Equal(plain.Spikes, core.Table["s"].Take(count));
            Assert.Equal(plain.Spikes.Index().Where(s => s.Item > 0).Select(s => (s.Index, s.Item)), core.Spikes.ToArray().Zip(core.Payloads.ToArray()));
            Assert.Equal(plain.SynapticEvents, core.Counters.SynapticEvents);
            Assert.Equal(changed, core.NeedsUpdate(step + 1));
            plain.Spikes.CopyTo(events, Inputs);
            spikes += plain.Spikes.Sum();
        }

        return spikes;

        int[] Column(int index) => [.. parameters.Select(values => values[index])];
    }

    /// <summary>Tells the core of events in an order of no meaning: input channels event by event, neurons by payload.</summary>
    private static void Deliver(XyloCore core, long timestep, int[] events, ulong seed)
    {
        IEnumerable<AxonEvent> all = events.Index().SelectMany(e => e.Index < Inputs
            ? Enumerable.Repeat(new AxonEvent(e.Index), e.Item)
            : e.Item == 0 ? [] : [new AxonEvent(e.Index, e.Item)]);
        AxonEvent[] shuffled = [.. all.Index().OrderBy(e => ((ulong)e.Index * 2654435761 + seed) % 997).Select(e => e.Item)];
        core.Deliver(timestep, shuffled.AsSpan(0, shuffled.Length / 2));
        core.Deliver(timestep, shuffled.AsSpan(shuffled.Length / 2));
    }

    private static CoreImage Image(PlainXylo plain, int count) =>
        CoreImages.Of(
            count,
            CoreImages.Sparse(32, 2, [.. plain.Axons.Select(row => row.Select(s => (s.Target, s.State, (short)s.Weight)).ToArray())]) with { Receptors = 2 },
            ("inputAxons", [plain.InputAxons]), ("synapseDash", plain.SynapseDash[0]), ("secondSynapseDash", plain.SynapseDash[1]),
            ("membraneDash", plain.MembraneDash), ("threshold", plain.Threshold), ("bias", plain.Bias),
            ("maximumSpikes", plain.MaximumSpikes), ("alias", plain.Alias)) with
        { Model = XyloCore.Model };
}
