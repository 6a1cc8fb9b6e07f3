using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Tests.Learning;

/// <summary>Images of plastic projections in which every source reaches every target.</summary>
internal static class LearningImages
{
    /// <summary>Rows of words, one for each source.</summary>
    public static SynapseMemory Dense(int sources, int targets) => new()
    {
        SlotStride = 16,
        DelaySlots = 2,
        Rows = [.. Enumerable.Range(0, sources).Select(source => new SynapseRow(source * targets, targets, 0, RowForm.Sparse, RowForm.Sparse))],
        Words = [.. Enumerable.Range(0, sources).SelectMany(_ => Enumerable.Range(0, targets).Select(target => (uint)target))],
        Dense = [],
    };

    /// <summary>The projection of a case.</summary>
    public static PlasticProjectionImage Plastic(LearningCase sample, int sources, int targets) => new()
    {
        Projection = 3,
        Rule = sample.Rule,
        EpochTimesteps = sample.EpochTimesteps,
        Traces = [.. sample.Impulses.Zip(sample.Decays, (impulse, decay) => new TraceImage { Impulse = impulse, Decay = decay })],
        Sign = sample.Sign,
        WeightExponent = sample.Exponent,
        Rows = [.. Enumerable.Range(0, sources).Select(source => new PlasticRow { Axon = source, SourceNeuron = source })],
        Weights = [.. sample.Weights.Take(sources * targets).Select(weight => (short)(sample.Sign switch
        {
            PlasticSign.Excitatory => Math.Abs(weight) & 255,
            PlasticSign.Inhibitory => -(Math.Abs(weight) & 255),
            _ => weight,
        }))],
    };
}
