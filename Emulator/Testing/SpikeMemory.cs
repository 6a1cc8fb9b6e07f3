using Ganglion.ChipSpec.Image;
using Ganglion.Emulator.Observers;

namespace Ganglion.Testing;

/// <summary>Keeps all spikes and the chip time of a run.</summary>
internal sealed class SpikeMemory(IReadOnlyList<PopulationImage> populations) : ITimestepObserver
{
    private readonly List<(long Timestep, int Neuron)>[] _spikes = [.. populations.Select(_ => new List<(long, int)>())];
    private readonly List<double> _seconds = [];

    /// <summary>Chip time from the beginning to the end of every timestep, in seconds, by the first price table; empty without one.</summary>
    public IReadOnlyList<double> Seconds => _seconds;

    /// <summary>The spikes of a population.</summary>
    /// <param name="population">Its index.</param>
    public SpikeRaster Of(int population) => new(_spikes[population]);

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        int population = 0;
        foreach (int neuron in record.Spikes)
        {
            while (neuron >= populations[population].FirstNeuron + populations[population].Count)
            {
                population++;
            }

            _spikes[population].Add((record.Timestep, neuron - populations[population].FirstNeuron));
        }

        if (!record.Seconds.IsEmpty)
        {
            _seconds.Add((_seconds.Count == 0 ? 0 : _seconds[^1]) + record.Seconds[0]);
        }
    }
}
