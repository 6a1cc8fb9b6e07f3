namespace Ganglion.Emulator;

/// <summary>A synapse that learns, with its variables after the last timestep.</summary>
/// <param name="Source">Source neuron, counted within its population.</param>
/// <param name="Target">Target neuron, counted within its population.</param>
/// <param name="Weight">Weight, −256 to 255.</param>
/// <param name="Tag">Tag, −257 to 255.</param>
/// <param name="Delay">Delay variable, 0 to 255.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 2)]
public readonly record struct PlasticSynapse(int Source, int Target, short Weight, short Tag, short Delay);
