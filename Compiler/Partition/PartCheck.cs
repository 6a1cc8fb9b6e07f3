using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Counts finished parts with the exact meter of a core.</summary>
internal sealed class PartCheck(IntegerNetwork network, int[] compartmentsPerCore)
{
    private readonly Lazy<IncomingSynapses?> _incoming = new(() => IncomingSynapses.ReadIfLimited(network));

    /// <summary>Whether every part that the compiler chose fits a core.</summary>
    public bool Fits(IReadOnlyList<CorePart> parts)
    {
        int[] outAxons = OutAxonCounter.AtLeast(network);
        return !OutAxonCounter.Raise(network, parts, outAxons)
            && parts.Where(part => part.PinnedCore is null).All(part => Measure(part, outAxons) is not null);
    }

    /// <summary>Synapse memory that parts take, relative to what mappers assume, since lists without indices and shared ones take less.</summary>
    /// <param name="parts">Parts that fit.</param>
    /// <param name="assumed">The same parts.</param>
    public double MemoryRatio(IReadOnlyList<CorePart> parts, Assignment assumed)
    {
        if (assumed.Limits.Bits == long.MaxValue)
        {
            return 1;
        }

        const int Sampled = 16;
        double largest = 0;
        int[] outAxons = new int[network.NeuronCount];
        int step = Math.Max(1, parts.Count / Sampled);
        for (int p = 0; p < parts.Count; p += step)
        {
            double estimate = assumed.Bits[p] + (assumed.Limits.ListBits * assumed.In[p]);
            if (parts[p].PinnedCore is null && estimate > 0 && Measure(parts[p], outAxons) is { } meter)
            {
                largest = Math.Max(largest, meter.MemoryBits / estimate);
            }
        }

        return largest == 0 ? 1 : largest;
    }

    private CoreMeter? Measure(CorePart part, int[] outAxons)
    {
        CoreMeter meter = new(network, _incoming.Value, outAxons, compartmentsPerCore);
        foreach (NeuronRun run in part.Runs)
        {
            for (int neuron = run.First; neuron < run.First + run.Count; neuron++)
            {
                if (meter.Add(run.Population, neuron) is not null)
                {
                    return null;
                }
            }
        }

        return meter;
    }
}
