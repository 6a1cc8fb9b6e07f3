using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Writing;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Allocate;

/// <summary>Sixth pass: writes synapse memories, parameters and axon tables into the image.</summary>
internal static class ImageAllocator
{
    /// <summary>Builds the image of a routed network.</summary>
    public static ChipImage Allocate(RoutedNetwork routed)
    {
        IntegerNetwork network = routed.Placement.Integers;
        uint[]?[] words = WordWriter.Write(routed);
        CoreImage[] cores = new CoreImage[words.Length];
        for (int core = 0; core < cores.Length; core++)
        {
            cores[core] = BuildCore(routed, core, words[core]!);

            // The packed rows replace the words, so that only one core's are held twice.
            words[core] = null;
        }

        return new ChipImage
        {
            NetworkName = network.Network.Name,
            NetworkHash = NetworkHash.Compute(network.Network),
            ChipSpec = ChipSpecWriter.Write(network.Chip),
            TimestepSeconds = network.Network.TimestepSeconds,
            Populations = ImagePopulations.Describe(network.Network, network.PotentialScale),
            Cores = cores,
            Plastic =
            [
                .. network.Projections.Index().Where(p => p.Item.Kind == ProjectionKind.Plastic).Select(p => new ProjectionImage
                {
                    Projection = p.Index,
                    Name = p.Item.Description.Name,
                    Source = p.Item.Source,
                    Target = p.Item.Target,
                }),
            ],
            Sources = ImagePopulations.DescribeSources(network.Network, routed.AxonsOut),
        };
    }

    private static CoreImage BuildCore(RoutedNetwork routed, int core, uint[] words)
    {
        PlacedCore placed = routed.Placement.Cores[core];
        IntegerNetwork network = routed.Placement.Integers;
        CompartmentRegisters registers = placed.Part.Registers(network);
        PackedRows packed = RowPacker.Pack(words, routed.Rows[core], placed.Part.Compartments, registers.Receptors, network.Chip);
        return new CoreImage
        {
            Core = placed.Core.Value,
            Model = registers.Model,
            Compartments = placed.Part.Compartments,
            Runs = Runs(placed.Part),
            Parameters = ParameterColumns.Build(network, placed.Part),
            Synapses = packed.Memory,
            AxonsOut = CoreAxons(routed, placed.Part, out int outAxons),
            Plastic = PlasticImages.Build(routed, core, packed.Memory),
            Usage = CoreUsageMeter.Measure(routed, core, packed.ListBits, outAxons),
        };
    }

    private static CompartmentRun[] Runs(CorePart part)
    {
        CompartmentRun[] runs = new CompartmentRun[part.Runs.Count];
        int compartment = 0;
        for (int i = 0; i < runs.Length; i++)
        {
            NeuronRun run = part.Runs[i];
            runs[i] = new CompartmentRun
            {
                Population = run.Population,
                FirstNeuron = run.First,
                FirstCompartment = compartment,
                Count = run.Count,
            };
            compartment += run.Count;
        }

        return runs;
    }

    private static AxonTable CoreAxons(RoutedNetwork routed, CorePart part, out int axons)
    {
        AxonTableBuilder builder = new(part.Compartments);
        foreach (NeuronRun run in part.Runs)
        {
            builder.Add(routed.AxonsOut[run.Population], run.First, run.Count);
        }

        AxonTable table = builder.Build();
        axons = table.Core.Length;
        return table;
    }
}
