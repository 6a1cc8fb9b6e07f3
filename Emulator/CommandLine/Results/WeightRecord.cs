using System.Runtime.InteropServices;

namespace Ganglion.CommandLine.Results;

/// <summary>One synapse as <c>weights.npy</c> holds it.</summary>
/// <param name="Source">Logical id of the neuron that fires.</param>
/// <param name="Target">Logical id of the neuron that is reached.</param>
/// <param name="Delay">Timesteps from the spike to its effect, at least 1.</param>
/// <param name="Weight">What a spike adds, in the chip's weight units.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct WeightRecord(int Source, int Target, int Delay, int Weight)
{
    /// <summary>NumPy's description of the record.</summary>
    public const string NumPyType = "[('source', '<i4'), ('target', '<i4'), ('delay', '<i4'), ('weight', '<i4')]";
}
