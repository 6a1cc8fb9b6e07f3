using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>The logical synapses that an image holds, read back through axons, rows and runs.</summary>
internal static class DecodedImage
{
    /// <summary>Synapses as (logical source, logical target, contribution, chip delay), sorted.</summary>
    public static List<(int Source, int Target, short Contribution, int Delay)> Synapses(ChipImage image)
    {
        List<(int, int, short, int)> synapses = [];
        foreach (CoreImage core in image.Cores)
        {
            foreach (CompartmentRun run in core.Runs)
            {
                for (int i = 0; i < run.Count; i++)
                {
                    int neuron = image.Populations[run.Population].FirstNeuron + run.FirstNeuron + i;
                    Follow(image, core.AxonsOut, run.FirstCompartment + i, neuron, synapses);
                }
            }
        }

        foreach (SourceImage source in image.Sources)
        {
            PopulationImage population = image.Populations[source.Population];
            for (int i = 0; i < population.Count; i++)
            {
                Follow(image, source.AxonsOut, i, population.FirstNeuron + i, synapses);
            }
        }

        synapses.Sort();
        return synapses;
    }

    private static void Follow(
        ChipImage image, AxonTable axons, int index, int source, List<(int, int, short, int)> synapses)
    {
        for (int entry = axons.First[index]; entry < axons.First[index + 1]; entry++)
        {
            CoreImage core = image.Cores[axons.Core[entry]];
            SynapseMemory memory = core.Synapses;
            SynapseRow row = memory.Rows[axons.Axon[entry]];
            for (int i = 0; i < row.Length; i++)
            {
                (int accumulator, short contribution) = row.Form == RowForm.Dense
                    ? (row.Offset + i, memory.Dense[row.Start + i])
                    : ((int)((memory.Words[row.Start + i] & 0xFFFF) + (uint)row.Offset), (short)(memory.Words[row.Start + i] >> 16));
                int compartment = accumulator % memory.SlotStride;
                int delay = accumulator / memory.SlotStride;
                Assert.InRange(delay, 0, memory.DelaySlots - 1);
                synapses.Add((source, Neuron(image, core, compartment), contribution, delay));
            }
        }
    }

    private static int Neuron(ChipImage image, CoreImage core, int compartment)
    {
        CompartmentRun run = core.Runs.Single(r => compartment >= r.FirstCompartment && compartment < r.FirstCompartment + r.Count);
        return image.Populations[run.Population].FirstNeuron + run.FirstNeuron + compartment - run.FirstCompartment;
    }
}
