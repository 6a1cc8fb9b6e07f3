using Ganglion.Cores.State;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Snapshots;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Measures the time from the first spike of a source to the first spike of an output.</summary>
/// <param name="populations">Populations in the order of their logical ids.</param>
/// <param name="priceTable">Index of the price table that gives the chip time, if any.</param>
internal sealed class LatencyMeter(IReadOnlyList<PopulationInfo> populations, int? priceTable) : ITimestepObserver, IResumable
{
    private const long None = -1;

    private readonly PopulationInfo[] _sources = [.. populations.Where(population => population.IsSource)];
    private readonly PopulationInfo[] _outputs = [.. populations.Where(population => population.IsOutput && !population.IsSource)];

    /// <inheritdoc/>
    public string Name => "latency";

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

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        int table = priceTable ?? (int)None;
        visitor.Visit("price table", table, table, table);
        (FirstInput, FirstOutput) = (Timestep(visitor, "first input", FirstInput), Timestep(visitor, "first output", FirstOutput));
        Seconds = BitConverter.Int64BitsToDouble(visitor.Visit("chip time", BitConverter.DoubleToInt64Bits(Seconds), long.MinValue, long.MaxValue));
    }

    private static long? Timestep(IStateVisitor visitor, string name, long? timestep) =>
        visitor.Visit(name, timestep ?? None, None, long.MaxValue) is >= 0 and var seen ? seen : null;

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
