namespace Ganglion.ChipSpec.Image;

/// <summary>How a synapse row is stored in the emulator.</summary>
public enum RowForm : byte
{
    /// <summary>One 32-bit word per synapse: weight in the upper, target and delay slot in the lower half.</summary>
    Sparse = 0,

    /// <summary>One 16-bit weight per compartment of a contiguous run, all with one delay.</summary>
    Dense = 1,

    /// <summary>A sparse row whose words other axons use too, moved by an offset (convolution).</summary>
    Shared = 2,
}
