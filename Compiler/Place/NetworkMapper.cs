using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Place;

/// <summary>Fourth pass: gives every part a core, after looking for parts and cores that cost the mesh less.</summary>
/// <remarks>
/// Other methods than the sequential one begin with its division. What they find is counted again, core by core, with the exact meter of
/// the chip; a division that fails there is searched again with less synapse memory, and in the end only the placement is improved.
/// </remarks>
internal static class NetworkMapper
{
    private static readonly double[] MemoryShares = [1, 0.9, 0.75];

    /// <summary>Maps a network whose neurons are divided over cores already.</summary>
    /// <param name="parts">A division that fits.</param>
    /// <param name="options">Method, effort, seed and activity.</param>
    public static Placement Map(Partitioning parts, CompilerOptions options)
    {
        if (options.Method == MappingMethod.Sequential || options.PlacementSeed is not null || parts.Parts.Count < 2)
        {
            return Placer.Place(parts, options);
        }

        IntegerNetwork network = parts.Integers;
        int[] compartments = CoreSizing.CompartmentsPerCore(network, options);
        NeuronActivity activity = options.Activity ?? NeuronActivity.Uniform(network.Network);
        SpikeGraph graph = SpikeGraphBuilder.Build(network, parts.Parts, compartments, activity);
        CorePart[] slots = [.. parts.Parts, .. Enumerable.Repeat(new CorePart(null, []), SpareCores(parts))];
        CoreGrid grid = CoreGrid.Of(network.Chip.Mesh, slots.Length, slots.Where(p => p.PinnedCore is not null).Select(p => p.PinnedCore!.Value), network.Decided.Forbidden);
        int[] pinned = [.. slots.Select(part => part.PinnedCore is { } core ? Array.IndexOf(grid.Core, core) : -1)];
        PartLimits limits = PartLimitsOf.Read(network, compartments, slots.Length);
        Mapping sequential = Sequential(graph, limits, parts, slots.Length, grid, options);
        PartCheck check = new(network, compartments);
        double lists = check.MemoryRatio(parts.Parts, new Assignment(graph, limits, slots.Length, sequential.Part));
        foreach (double share in MemoryShares)
        {
            PartLimits adjusted = limits.Bits == long.MaxValue ? limits : limits with { Bits = (long)(limits.Bits * share / lists) };
            MethodRunner runner = new(graph, adjusted, grid, pinned, options);
            Mapping mapping = runner.Run(sequential);
            IReadOnlyList<CorePart> divided = PartsOf(network, mapping.Part, slots);
            if (check.Fits(divided))
            {
                return Placed(network, divided, mapping.Place, grid);
            }

            if (options.MappingEnd.IsCancellationRequested)
            {
                break;
            }
        }

        int[] place = new MethodRunner(graph, limits, grid, pinned, options).PlaceOnly(sequential);
        return Placed(network, PartsOf(network, sequential.Part, slots), place, grid);
    }

    /// <summary>Cores beside those in use that a division may take: some slack for moving neurons.</summary>
    private static int SpareCores(Partitioning parts)
    {
        int wanted = 1 + (parts.Parts.Count / 12);
        return parts.Integers.Decided.Available(parts.Integers.Chip.Mesh) is { } cores ? Math.Clamp(wanted, 0, cores - parts.Parts.Count) : 0;
    }

    private static Mapping Sequential(SpikeGraph graph, PartLimits limits, Partitioning parts, int slots, CoreGrid grid, CompilerOptions options)
    {
        int[] part = new int[graph.Vertices];
        int[] vertexOf = SpikeGraphBuilder.VertexOfNeuron(parts.Integers, out _);
        Dictionary<CorePart, int> index = new(ReferenceEqualityComparer.Instance);
        for (int p = 0; p < parts.Parts.Count; p++)
        {
            index.Add(parts.Parts[p], p);
            foreach (NeuronRun run in parts.Parts[p].Runs)
            {
                part.AsSpan(vertexOf[parts.Integers.FirstNeuron[run.Population] + run.First], run.Count).Fill(p);
            }
        }

        int[] place = new int[slots];
        HashSet<int> free = [.. Enumerable.Range(0, grid.Core.Length)];
        foreach (PlacedCore core in Placer.Place(parts, options).Cores)
        {
            place[index[core.Part]] = Array.BinarySearch(grid.Core, core.Core);
            free.Remove(place[index[core.Part]]);
        }

        int[] spare = [.. free.Order()];
        for (int p = parts.Parts.Count; p < slots; p++)
        {
            place[p] = spare[p - parts.Parts.Count];
        }

        PartTraffic traffic = PartTraffic.Of(new Assignment(graph, limits, slots, part));
        return new Mapping(part, place, MappingCost.Of(traffic, grid, place));
    }

    /// <summary>Neurons by part, each part in the order of the network.</summary>
    private static CorePart[] PartsOf(IntegerNetwork network, int[] part, CorePart[] slots)
    {
        PartBuilder[] builders = [.. slots.Select(_ => new PartBuilder())];
        int vertex = 0;
        for (int p = 0; p < network.Registers.Length; p++)
        {
            for (int neuron = 0; neuron < network.FirstNeuron[p + 1] - network.FirstNeuron[p] && network.Registers[p] is not null; neuron++)
            {
                builders[part[vertex++]].Add(p, neuron);
            }
        }

        return [.. builders.Select((builder, i) => slots[i].PinnedCore is null ? builder.Build() : slots[i])];
    }

    private static Placement Placed(IntegerNetwork network, IReadOnlyList<CorePart> parts, int[] place, CoreGrid grid) => new(
        network,
        [.. parts.Select((part, i) => new PlacedCore(grid.Core[place[i]], part)).Where(placed => placed.Part.Runs.Count > 0).OrderBy(placed => placed.Core)]);
}
