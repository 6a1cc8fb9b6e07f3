using Ganglion.ChipSpec.Image;
using Ganglion.Cores;

namespace Ganglion.Emulator.Observers;

/// <summary>The part of a probed population that one core holds.</summary>
/// <param name="core">The core.</param>
/// <param name="run">Consecutive neurons of the population.</param>
/// <param name="variable">Name of the state variable.</param>
internal sealed class ProbeSlice(Core core, CompartmentRun run, string variable)
{
    private readonly int[] _column = core.Table[variable];

    /// <summary>First neuron, counted within the population.</summary>
    public int FirstNeuron => run.FirstNeuron;

    /// <summary>The values of the moment.</summary>
    public ReadOnlySpan<int> Values => _column.AsSpan(run.FirstCompartment, run.Count);
}
