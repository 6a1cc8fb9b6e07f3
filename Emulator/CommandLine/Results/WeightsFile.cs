using Ganglion.ChipSpec.Image;

namespace Ganglion.CommandLine.Results;

/// <summary><c>weights.npy</c>: every synapse of the chip, as the emulator holds it.</summary>
internal static class WeightsFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="image">Image with the synapses.</param>
    public static IResultFile Write(string folder, ChipImage image)
    {
        var file = new NpyFile<WeightRecord>(folder, "weights.npy", WeightRecord.NumPyType, rowLength: null);
        int[][] neurons = [.. image.Cores.Select(core => NeuronsOf(image, core))];
        for (int index = 0; index < image.Cores.Count; index++)
        {
            for (int compartment = 0; compartment < neurons[index].Length; compartment++)
            {
                WriteSynapses(file, image, neurons, image.Cores[index].AxonsOut, compartment, neurons[index][compartment]);
            }
        }

        foreach (SourceImage source in image.Sources)
        {
            PopulationImage population = image.Populations[source.Population];
            for (int neuron = 0; neuron < population.Count; neuron++)
            {
                WriteSynapses(file, image, neurons, source.AxonsOut, neuron, population.FirstNeuron + neuron);
            }
        }

        return file;
    }

    private static void WriteSynapses(
        NpyFile<WeightRecord> file, ChipImage image, int[][] neurons, AxonTable axons, int sender, int source)
    {
        for (int entry = axons.First[sender]; entry < axons.First[sender + 1]; entry++)
        {
            SynapseMemory memory = image.Cores[axons.Core[entry]].Synapses;
            SynapseRow row = memory.Rows[axons.Axon[entry]];
            for (int i = 0; i < row.Length; i++)
            {
                (int accumulator, short weight) = row.Form == RowForm.Dense
                    ? (row.Offset + i, memory.Dense[row.Start + i])
                    : ((int)(memory.Words[row.Start + i] & 0xffff) + row.Offset, (short)(memory.Words[row.Start + i] >> 16));
                int target = neurons[axons.Core[entry]][accumulator % memory.SlotStride];
                file.Write([new WeightRecord(source, target, (accumulator / memory.SlotStride / memory.Receptors) + 1, weight)]);
            }
        }
    }

    private static int[] NeuronsOf(ChipImage image, CoreImage core)
    {
        int[] neurons = new int[core.Compartments];
        foreach (CompartmentRun run in core.Runs)
        {
            for (int i = 0; i < run.Count; i++)
            {
                neurons[run.FirstCompartment + i] = image.Populations[run.Population].FirstNeuron + run.FirstNeuron + i;
            }
        }

        return neurons;
    }
}
