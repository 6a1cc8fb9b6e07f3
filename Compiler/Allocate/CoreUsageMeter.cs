using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Allocate;

/// <summary>Counts what a finished core takes of the chip's resources.</summary>
internal static class CoreUsageMeter
{
    public static CoreUsage Measure(RoutedNetwork routed, int core, long listBits, int outAxons)
    {
        IntegerNetwork network = routed.Placement.Integers;
        CorePart part = routed.Placement.Cores[core].Part;
        RowPlan plan = routed.Rows[core];
        HashSet<CompartmentConfiguration> configurations = [];
        HashSet<int> thresholds = [];
        foreach (NeuronRun run in part.Runs)
        {
            CompartmentRegisters registers = network.Registers[run.Population]!;
            for (int i = run.First; i < run.First + run.Count; i++)
            {
                configurations.Add(CompartmentConfiguration.Of(registers, i));
                thresholds.Add(registers.ThresholdOf(i));
            }
        }

        return new CoreUsage
        {
            Compartments = part.Compartments,
            InAxons = plan.InAxons,
            OutAxons = outAxons,
            SynapseMemoryBits = listBits,
            CompartmentConfigurations = configurations.Count,
            ThresholdConfigurations = thresholds.Count,
            SynapseConfigurations = plan.Formats,
            Synapses = plan.Synapses,
        };
    }
}
