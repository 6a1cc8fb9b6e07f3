using System.Runtime.InteropServices;
using Ganglion.Cores;

namespace Ganglion.Emulator.Observers;

/// <summary>What one worker noted in a bundle of timesteps.</summary>
internal sealed class WorkerChunk(int priceTables)
{
    /// <summary>Most timesteps of a bundle.</summary>
    public const int Capacity = 256;

    private const double MostSamples = 1 << 22;

    /// <summary>First timestep of the bundle.</summary>
    public long FirstTimestep { get; private set; }

    /// <summary>Timesteps that the bundle holds.</summary>
    public int Timesteps { get; set; }

    /// <summary>Logical ids that fired, timestep after timestep.</summary>
    public List<int> Spikes { get; } = [];

    /// <summary>Payload of each of <see cref="Spikes"/> up to the last one that is not 1; those beyond are 1.</summary>
    public List<int> Payloads { get; } = [];

    /// <summary>End of each timestep in <see cref="Spikes"/>.</summary>
    public int[] SpikesEnd { get; } = new int[Capacity];

    /// <summary>Messages, timestep after timestep.</summary>
    public List<MessageRecord> Messages { get; } = [];

    /// <summary>End of each timestep in <see cref="Messages"/>.</summary>
    public int[] MessagesEnd { get; } = new int[Capacity];

    /// <summary>Counts of each timestep, summed over the worker's cores.</summary>
    public CoreCounters[] Counters { get; } = new CoreCounters[Capacity];

    /// <summary>Longest work of a core in each timestep, in seconds: <c>[timestep · priceTables + table]</c>.</summary>
    public double[] Seconds { get; } = new double[Capacity * Math.Max(priceTables, 1)];

    /// <summary>Samples of each probe's neurons, timestep after timestep, in the order of the worker's slices.</summary>
    public List<List<int>> Samples { get; } = [];

    /// <summary>Timesteps after which a bundle is handed on, so that the samples of large probes do not fill memory; alike for all workers.</summary>
    /// <param name="probes">All probes.</param>
    public static int TimestepsFor(IEnumerable<Probe> probes) =>
        (int)Math.Clamp(MostSamples / Math.Max(1, probes.Sum(probe => (double)probe.Count / probe.Every)), 1, Capacity);

    /// <summary>Notes the payload of the spike that is added next.</summary>
    /// <param name="payload">A payload that is not 1.</param>
    public void AddPayload(int payload)
    {
        int added = Payloads.Count;
        CollectionsMarshal.SetCount(Payloads, Spikes.Count + 1);
        CollectionsMarshal.AsSpan(Payloads)[added..].Fill(1);
        Payloads[^1] = payload;
    }

    /// <summary>Empties the bundle.</summary>
    /// <param name="firstTimestep">Its first timestep.</param>
    public void Begin(long firstTimestep)
    {
        FirstTimestep = firstTimestep;
        Timesteps = 0;
        Spikes.Clear();
        Payloads.Clear();
        Messages.Clear();
        Array.Clear(Counters);
        Array.Clear(Seconds);
        foreach (List<int> samples in Samples)
        {
            samples.Clear();
        }
    }
}
