using Ganglion.ChipSpec.Image;
using Ganglion.Cores;

namespace Ganglion.Emulator.Observers;

/// <summary>A state variable of consecutive neurons of a population.</summary>
/// <param name="core">The core.</param>
/// <param name="run">The neurons.</param>
/// <param name="variable">Name of the state variable.</param>
internal sealed class StateSlice(Core core, CompartmentRun run, string variable) : ProbeSlice
{
    private readonly int[] _column = core.Table[variable];

    /// <inheritdoc/>
    public override int Length => run.Count;

    /// <inheritdoc/>
    public override void Append(List<int> samples, long timestep) => samples.AddRange(_column.AsSpan(run.FirstCompartment, run.Count));

    /// <inheritdoc/>
    public override void Place(ReadOnlySpan<int> values, Span<int> sample) => values.CopyTo(sample[run.FirstNeuron..]);
}
