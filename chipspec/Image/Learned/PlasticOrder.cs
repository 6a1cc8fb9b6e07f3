namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>The synapses of a plastic projection in an order that does not depend on where they were placed.</summary>
/// <remarks>Ascending by source neuron, target neuron and delay; equal ones keep the order of their core, on which all of them are.</remarks>
public sealed class PlasticOrder
{
    private const int SourceShift = 32;
    private readonly int[] _sources;
    private readonly int[] _targets;

    private PlasticOrder(int[] sources, int[] targets, PlasticPart[] parts) => (_sources, _targets, Parts) = (sources, targets, parts);

    /// <summary>Number of synapses.</summary>
    public int Count => _sources.Length;

    /// <summary>Source neuron of each synapse, counted within its population.</summary>
    public ReadOnlySpan<int> Sources => _sources;

    /// <summary>Target neuron of each synapse, counted within its population.</summary>
    public ReadOnlySpan<int> Targets => _targets;

    /// <summary>Which cores hold the synapses.</summary>
    public IReadOnlyList<PlasticPart> Parts { get; }

    /// <summary>Finds the synapses of a projection.</summary>
    /// <param name="image">An image that <see cref="Files.ChipImageCheck"/> accepts.</param>
    /// <param name="projection">The projection, as <see cref="ProjectionImage.Projection"/>.</param>
    public static PlasticOrder Of(ChipImage image, int projection)
    {
        List<ulong> keys = [];
        List<int> slots = [];
        List<(int Core, int Plastic, int First)> parts = [];
        for (int core = 0; core < image.Cores.Count; core++)
        {
            IReadOnlyList<PlasticProjectionImage> plastic = image.Cores[core].Plastic;
            for (int i = 0; i < plastic.Count; i++)
            {
                if (plastic[i].Projection == projection)
                {
                    parts.Add((core, i, keys.Count));
                    Read(image.Cores[core], plastic[i], keys, slots);
                }
            }
        }

        ulong[] ordered = [.. keys];
        int[] found = [.. Enumerable.Range(0, ordered.Length)];
        Array.Sort(ordered, found);
        OrderEqual(ordered, found, slots);
        int[] places = new int[found.Length];
        for (int place = 0; place < found.Length; place++)
        {
            places[found[place]] = place;
        }

        return new PlasticOrder(
            Array.ConvertAll(ordered, key => (int)(key >> SourceShift)),
            Array.ConvertAll(ordered, key => (int)(uint)key),
            [.. parts.Select((part, i) => new PlasticPart(part.Core, part.Plastic, places[part.First..(i + 1 < parts.Count ? parts[i + 1].First : places.Length)]))]);
    }

    private static void Read(CoreImage core, PlasticProjectionImage plastic, List<ulong> keys, List<int> slots)
    {
        int[] neurons = new int[core.Compartments];
        foreach (CompartmentRun run in core.Runs)
        {
            for (int i = 0; i < run.Count; i++)
            {
                neurons[run.FirstCompartment + i] = run.FirstNeuron + i;
            }
        }

        SynapseMemory memory = core.Synapses;
        foreach (PlasticRow row in plastic.Rows)
        {
            SynapseRow place = memory.Rows[row.Axon];
            for (int i = 0; i < place.Length; i++)
            {
                int accumulator = place.Form == RowForm.Dense ? place.Offset + i : (ushort)memory.Words[place.Start + i];
                keys.Add(((ulong)row.SourceNeuron << SourceShift) | (uint)neurons[accumulator & (memory.SlotStride - 1)]);
                slots.Add(accumulator / memory.SlotStride);
            }
        }
    }

    /// <summary>Orders synapses between the same two neurons by delay, then as they were found.</summary>
    private static void OrderEqual(ulong[] keys, int[] found, List<int> slots)
    {
        for (int first = 0; first < keys.Length;)
        {
            int end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
            {
                end++;
            }

            if (end > first + 1)
            {
                found.AsSpan(first, end - first).Sort((a, b) => (slots[a], a).CompareTo((slots[b], b)));
            }

            first = end;
        }
    }
}
