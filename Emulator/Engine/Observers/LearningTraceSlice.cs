using Ganglion.Cores;

namespace Ganglion.Emulator.Observers;

/// <summary>A trace of the neurons of a plastic projection.</summary>
/// <param name="core">The core.</param>
/// <param name="plastic">Place among the plastic projections of the core.</param>
/// <param name="trace">0 to 4 for x1, x2, y1, y2, y3.</param>
/// <param name="places">Row or compartment of each trace, and its neuron within its population.</param>
internal sealed class LearningTraceSlice(Core core, int plastic, int trace, (int Index, int Neuron)[] places) : ProbeSlice
{
    /// <inheritdoc/>
    public override int Length => places.Length;

    /// <inheritdoc/>
    public override void Append(List<int> samples, long timestep)
    {
        foreach ((int index, _) in places)
        {
            samples.Add(core.Trace(plastic, trace, index, timestep));
        }
    }

    /// <inheritdoc/>
    public override void Place(ReadOnlySpan<int> values, Span<int> sample)
    {
        for (int i = 0; i < values.Length; i++)
        {
            sample[places[i].Neuron] = values[i];
        }
    }
}
