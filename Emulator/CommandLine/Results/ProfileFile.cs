using Ganglion.CommandLine.Emulation;
using Ganglion.Compiler.Mappings;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary>Writes how often every neuron fired, for <c>--activity</c>.</summary>
internal static class ProfileFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="run">What ran.</param>
    /// <param name="counter">Its spikes.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Write(string path, LoadedRun run, SpikeCounter counter)
    {
        using var file = new PendingFile(path);
        using (var writer = new StreamWriter(file.Stream, leaveOpen: true) { NewLine = "\n" })
        {
            ActivityFile.Write(
                writer, run.Network.Name, run.Network.Hash, Math.Max(1, run.Emulation.Timestep),
                [.. run.Emulation.Populations.Select(population => (population.Name, population.Count))], counter.Counts);
        }

        file.Complete();
    }
}
