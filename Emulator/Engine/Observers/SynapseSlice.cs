using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.Cores;

namespace Ganglion.Emulator.Observers;

/// <summary>A variable of the synapses of a plastic projection.</summary>
/// <param name="core">The core.</param>
/// <param name="part">Its synapses.</param>
/// <param name="variable">The variable.</param>
internal sealed class SynapseSlice(Core core, PlasticPart part, RuleTarget variable) : ProbeSlice
{
    /// <inheritdoc/>
    public override int Length => part.Places.Length;

    /// <inheritdoc/>
    public override void Append(List<int> samples, long timestep)
    {
        ReadOnlySpan<short> values = core.PlasticVariable(part.Plastic, variable);
        int first = samples.Count;
        CollectionsMarshal.SetCount(samples, first + values.Length);
        Span<int> added = CollectionsMarshal.AsSpan(samples)[first..];
        for (int i = 0; i < values.Length; i++)
        {
            added[i] = values[i];
        }
    }

    /// <inheritdoc/>
    public override void Place(ReadOnlySpan<int> values, Span<int> sample)
    {
        for (int i = 0; i < values.Length; i++)
        {
            sample[part.Places[i]] = values[i];
        }
    }
}
