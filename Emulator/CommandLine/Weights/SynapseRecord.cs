using System.Runtime.InteropServices;

namespace Ganglion.CommandLine.Weights;

/// <summary>A plastic synapse as NumPy files hold it.</summary>
/// <param name="Source">Source neuron, counted within its population.</param>
/// <param name="Target">Target neuron, counted within its population.</param>
/// <param name="Weight">Weight.</param>
/// <param name="Tag">Tag.</param>
/// <param name="Delay">Delay variable.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct SynapseRecord(int Source, int Target, short Weight, short Tag, short Delay)
{
    /// <summary>NumPy's description of the record.</summary>
    public const string NumPyType = "[('source', '<i4'), ('target', '<i4'), ('weight', '<i2'), ('tag', '<i2'), ('delay', '<i2')]";
}
