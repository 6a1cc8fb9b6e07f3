using Ganglion.CommandLine.Emulation;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Results;

/// <summary>Spikes of one population as an array <c>[timestep, neuron]</c>: how often each fired since the last sample.</summary>
/// <param name="folder">Folder.</param>
/// <param name="name">Name in the folder.</param>
/// <param name="population">The population.</param>
/// <param name="every">Timesteps from one sample to the next.</param>
internal sealed class SpikeProbeFile(string folder, string name, PopulationInfo population, int every) : ITimestepObserver, IResultFile
{
    private readonly NpyFile<int> _file = new(folder, name, "'<i4'", population.Count);
    private readonly int[] _counts = new int[population.Count];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        foreach (int id in record.Spikes)
        {
            if ((uint)(id - population.FirstNeuron) < (uint)population.Count)
            {
                _counts[id - population.FirstNeuron]++;
            }
        }

        if (record.Timestep > 0 && record.Timestep % every == 0)
        {
            _file.Write(_counts);
            Array.Clear(_counts);
        }
    }

    /// <inheritdoc/>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
