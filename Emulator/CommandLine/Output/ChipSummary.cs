using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Writing;

namespace Ganglion.CommandLine.Output;

/// <summary>Which chip was emulated, and how much of it.</summary>
/// <param name="Id">Name of the chip.</param>
/// <param name="Hash">Hash of its specification.</param>
/// <param name="Cores">Cores in use.</param>
/// <param name="Tiles">Tiles in use.</param>
/// <param name="SynapseMemoryBits">Synapse memory in use, by the chip's packing rule.</param>
internal sealed record ChipSummary(string Id, string Hash, int Cores, int Tiles, long SynapseMemoryBits)
{
    /// <summary>Describes an image on its chip.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="image">The image.</param>
    /// <param name="tiles">Tiles in use.</param>
    public static ChipSummary Of(ChipSpec.Spec.ChipSpec chip, ChipImage image, int tiles) =>
        new(chip.Id, ChipSpecHash.Of(chip), image.Cores.Count, tiles, image.Cores.Sum(core => core.Usage.SynapseMemoryBits));
}
