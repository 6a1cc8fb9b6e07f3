namespace Ganglion.Compiler.Import.Nir;

/// <summary>When the bias of an Affine that lies on a cycle begins to act; simulators differ.</summary>
public enum RecurrentBias
{
    /// <summary>In timestep 1, as if the neurons had been silent in timestep 0 (snnTorch).</summary>
    FromFirstTimestep,

    /// <summary>In timestep 2, together with the first recurrent spikes (Norse).</summary>
    FromSecondTimestep,
}
