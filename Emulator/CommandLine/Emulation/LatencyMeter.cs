using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Measures the time from the first spike of a source to the first spike of an output.</summary>
/// <param name="populations">Populations in the order of their logical ids.</param>
/// <param name="priceTable">Index of the price table that gives the chip time, if any.</param>
internal sealed class LatencyMeter(IReadOnlyList<PopulationInfo> populations, int? priceTable) : ITimestepObserver
{
    private readonly PopulationInfo[] _sources = [.. populations.Where(population => population.IsSource)];
    private readonly PopulationInfo[] _outputs = [.. populations.Where(population => population.IsOutput && !population.IsSource)];

    /// <summary>Timestep of the first spike of a source.</summary>
    public long? FirstInput { get; private set; }

    /// <summary>Timestep of the first spike of an output at or after the first input.</summary>
    public long? FirstOutput { get; private set; }

    /// <summary>Chip time between the two, in seconds.</summary>
    public double Seconds { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear() => (FirstInput, FirstOutput, Seconds) = (null, null, 0);

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        if (FirstOutput is not null)
        {
            return;
        }

        if (FirstInput is not null && priceTable is { } table)
        {
            Seconds += record.Seconds[table];
        }

        if (FirstInput is null && HasSpike(_sources, record.Spikes))
        {
            FirstInput = record.Timestep;
        }

        if (FirstInput is not null && HasSpike(_outputs, record.Spikes))
        {
            FirstOutput = record.Timestep;
        }
    }

    private static bool HasSpike(PopulationInfo[] populations, ReadOnlySpan<int> spikes)
    {
        foreach (PopulationInfo population in populations)
        {
            int at = spikes.BinarySearch(population.FirstNeuron);
            at = at < 0 ? ~at : at;
            if (at < spikes.Length && spikes[at] < population.FirstNeuron + population.Count)
            {
                return true;
            }
        }

        return false;
    }
}
