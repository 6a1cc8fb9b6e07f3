using Ganglion.ChipSpec.Image;

namespace Ganglion.CommandLine.Emulation;

/// <summary>How many workers a run gets when the user names no number.</summary>
internal static class WorkerCount
{
    /// <summary>Synapses from which a further worker pays: below, waiting for each other costs more than the work.</summary>
    private const long SynapsesPerWorker = 500_000;

    /// <summary>Chooses.</summary>
    /// <param name="image">What runs.</param>
    /// <param name="processors">Processors of this machine.</param>
    public static int Choose(ChipImage image, int processors)
    {
        long synapses = image.Cores.Sum(core => core.Usage.Synapses);
        long most = Math.Min(processors, image.Cores.Count);
        return (int)Math.Clamp(synapses / SynapsesPerWorker, 1, Math.Max(most, 1));
    }
}
