using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.Cores;
using Ganglion.Emulator.Loop;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Learning;

/// <summary>What of a plastic projection can be sampled, and where it is.</summary>
/// <param name="image">What was loaded.</param>
/// <param name="projection">The projection.</param>
/// <param name="order">Its synapses.</param>
/// <param name="variable">What is sampled.</param>
internal sealed class PlasticProbe(ChipImage image, ProjectionImage projection, PlasticOrder order, RuleVariable variable)
{
    /// <summary>Values of a sample.</summary>
    /// <exception cref="ArgumentException">The variable cannot be sampled.</exception>
    public int Count => variable switch
    {
        RuleVariable.Weight or RuleVariable.Delay or RuleVariable.Tag => order.Count,
        RuleVariable.X1 or RuleVariable.X2 => image.Populations[projection.Source].Count,
        RuleVariable.Y1 or RuleVariable.Y2 or RuleVariable.Y3 => image.Populations[projection.Target].Count,
        _ => throw new ArgumentException($"'{variable}' cannot be sampled; traces, weights, tags and delay variables can.", nameof(variable)),
    };

    /// <summary>The parts that a core holds.</summary>
    /// <param name="unit">The core.</param>
    public IEnumerable<ProbeSlice> SlicesOf(CoreUnit unit) =>
        order.Parts.Where(part => part.Core == unit.Index).Select(part => SliceOf(unit.Core, part));

    private ProbeSlice SliceOf(Core core, PlasticPart part) => variable switch
    {
        RuleVariable.Weight => new SynapseSlice(core, part, RuleTarget.Weight),
        RuleVariable.Delay => new SynapseSlice(core, part, RuleTarget.Delay),
        RuleVariable.Tag => new SynapseSlice(core, part, RuleTarget.Tag),
        RuleVariable.X1 => new LearningTraceSlice(core, part.Plastic, 0, Sources(core, part)),
        RuleVariable.X2 => new LearningTraceSlice(core, part.Plastic, 1, Sources(core, part)),
        RuleVariable.Y1 => new LearningTraceSlice(core, part.Plastic, 2, Targets(core)),
        RuleVariable.Y2 => new LearningTraceSlice(core, part.Plastic, 3, Targets(core)),
        _ => new LearningTraceSlice(core, part.Plastic, 4, Targets(core)),
    };

    private static (int Row, int Neuron)[] Sources(Core core, PlasticPart part) =>
        [.. core.Image.Plastic[part.Plastic].Rows.Select((row, index) => (index, row.SourceNeuron))];

    private (int Compartment, int Neuron)[] Targets(Core core) =>
    [
        .. core.Image.Runs.Where(run => run.Population == projection.Target)
            .SelectMany(run => Enumerable.Range(0, run.Count).Select(i => (run.FirstCompartment + i, run.FirstNeuron + i))),
    ];
}
