using Ganglion.CommandLine.Emulation;
using Ganglion.Cores.State;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Snapshots;

namespace Ganglion.CommandLine.Results;

/// <summary>Spikes of one population as an array <c>[timestep, neuron]</c>: how often each fired since the last sample.</summary>
/// <param name="folder">Folder.</param>
/// <param name="name">Name in the folder.</param>
/// <param name="population">The population.</param>
/// <param name="every">Timesteps from one sample to the next.</param>
internal sealed class SpikeProbeFile(string folder, string name, PopulationInfo population, int every) : ITimestepObserver, IResultFile, IResumable
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
    public void Visit(IStateVisitor visitor) => visitor.Visit("spikes since the last sample", _counts.AsSpan(), 0, int.MaxValue);

    /// <inheritdoc/>
    public void Flush() => _file.Flush();

    /// <inheritdoc/>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
