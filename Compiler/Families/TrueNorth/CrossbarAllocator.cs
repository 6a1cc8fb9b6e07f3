using System.Numerics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Writing;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Sixth pass: writes crossbars, registers and destinations into the image.</summary>
internal static class CrossbarAllocator
{
    private const int TypeShift = 16;
    private const int SmallestStride = 8;

    /// <summary>Builds the image of a fitted network.</summary>
    public static ChipImage Allocate(FittedNetwork fitted)
    {
        Network network = fitted.Planned.Valid.Network;
        CrossbarLayout layout = new(fitted);
        return new ChipImage
        {
            NetworkName = network.Name,
            NetworkHash = NetworkHash.Compute(network),
            ChipSpec = ChipSpecWriter.Write(fitted.Planned.Chip),
            TimestepSeconds = network.TimestepSeconds,
            Populations = ImagePopulations.Describe(network, fitted.PotentialScale),
            Cores = [.. fitted.Cores.Select((_, core) => BuildCore(fitted, layout, core))],
            Sources = ImagePopulations.DescribeSources(network, [.. network.Populations.Select((population, p) => SourceAxons(layout, fitted.Planned.Valid.FirstNeuron[p], population))]),
        };
    }

    private static CoreImage BuildCore(FittedNetwork fitted, CrossbarLayout layout, int core)
    {
        CorePart part = fitted.Cores[core].Part;
        int[] neurons = layout.Neurons[core];
        SynapseMemory memory = BuildSynapses(fitted, layout, core);
        AxonTable axonsOut = Table(neurons.Select((neuron, compartment) =>
            layout.Destination(neuron, compartment) is { } destination ? new[] { destination } : []));
        return new CoreImage
        {
            Core = fitted.Cores[core].Core.Value,
            Model = NeuronModels.TrueNorthLif,
            Compartments = neurons.Length,
            Runs = Runs(part),
            Parameters = CrossbarColumns.Build(fitted, neurons),
            Synapses = memory,
            AxonsOut = axonsOut,
            Usage = new CoreUsage
            {
                Compartments = neurons.Length,
                InAxons = memory.Rows.Length,
                OutAxons = axonsOut.Core.Length,
                // One bit per crossing of an axon with a compartment.
                SynapseMemoryBits = (long)memory.Rows.Length * neurons.Length,
                CompartmentConfigurations = 0,
                ThresholdConfigurations = 0,
                SynapseConfigurations = 0,
                Synapses = memory.Words.Length,
            },
        };
    }

    private static SynapseMemory BuildSynapses(FittedNetwork fitted, CrossbarLayout layout, int core)
    {
        List<uint> words = [];
        SynapseRow[] rows = new SynapseRow[fitted.Axons[core].Length];
        for (int axon = 0; axon < rows.Length; axon++)
        {
            int start = words.Count;
            uint type = (uint)fitted.Axons[core][axon].Type << TypeShift;
            words.AddRange(fitted.Axons[core][axon].Targets.SelectMany(layout.Compartments).Order().Select(compartment => type | (uint)compartment));
            rows[axon] = new SynapseRow(start, words.Count - start, 0, RowForm.Sparse, RowForm.Dense);
        }

        return new SynapseMemory
        {
            SlotStride = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(layout.Neurons[core].Length, SmallestStride)),

            // A chip whose largest delay fills the scheduler drops the spikes that would need the slot being read.
            DelaySlots = (int)BitOperations.RoundUpToPowerOf2((uint)fitted.Planned.Chip.Synapse.Delay.Max + 1),
            Rows = rows,
            Words = [.. words],
            Dense = [],
        };
    }

    private static CompartmentRun[] Runs(CorePart part)
    {
        var runs = new CompartmentRun[part.Runs.Count];
        int compartment = 0;
        for (int i = 0; i < runs.Length; i++)
        {
            NeuronRun run = part.Runs[i];
            runs[i] = new CompartmentRun { Population = run.Population, FirstNeuron = run.First, FirstCompartment = compartment, Count = run.Count };
            compartment += run.Count;
        }

        return runs;
    }

    private static AxonTable SourceAxons(CrossbarLayout layout, int first, Population population) =>
        Table(Enumerable.Range(first, population.Count).Select(layout.Destinations));

    private static AxonTable Table(IEnumerable<IReadOnlyList<(int Core, int Axon, int Delay)>> destinations)
    {
        List<int> first = [0];
        List<(int Core, int Axon, int Delay)> entries = [];
        foreach (IReadOnlyList<(int Core, int Axon, int Delay)> neuron in destinations)
        {
            entries.AddRange(neuron);
            first.Add(entries.Count);
        }

        return new AxonTable
        {
            First = [.. first],
            Core = [.. entries.Select(entry => entry.Core)],
            Axon = [.. entries.Select(entry => entry.Axon)],
            Delay = entries.Exists(entry => entry.Delay > 0) ? [.. entries.Select(entry => entry.Delay)] : [],
        };
    }
}
