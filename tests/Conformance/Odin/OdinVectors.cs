using System.Globalization;
using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Conformance.Tests.Vectors;
using Ganglion.Cores;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.Conformance.Tests.Odin;

/// <summary>Vectors of the chip's register-transfer source: spikes and states after every event, synapses at the end.</summary>
internal static class OdinVectors
{
    /// <summary>The case of a file.</summary>
    /// <param name="family">What the name of the case begins with.</param>
    /// <param name="path">Path of the file.</param>
    public static VectorCase Case(string family, string path)
    {
        string id = $"{family}/{Path.GetFileNameWithoutExtension(path)}";
        if (JsonVectors.TryOpen(path, out string problem) is not { } vector)
        {
            return VectorCase.Broken(id, problem);
        }

        return vector.GetProperty("tags").EnumerateArray().Any(tag => tag.GetString() == "izh")
            ? VectorCase.Skipped(id, "Izhikevich neurons of ODIN are not emulated yet")
            : new VectorCase(id, () => Check(vector));
    }

    private static void Check(JsonElement vector)
    {
        ChipImage image = OdinImage.Of(vector);
        JsonElement[] expected = [.. vector.GetProperty("expected").GetProperty("per_event").EnumerateArray()];

        Assert.Equal(expected.Select(after => after.Ints("spikes")), SpikesInOrder(image, expected.Length));
        Assert.Equal(OnMachine(vector, image, expected, workers: 1), OnMachine(vector, image, expected, workers: 2));
    }

    /// <summary>Spikes of every event in the order in which the core tells them; observers of a machine see them sorted.</summary>
    private static List<int[]> SpikesInOrder(ChipImage image, int events)
    {
        Core core = CoreFactory.Create(image.Cores[0]);
        SourceImage source = image.Sources[0];
        List<int[]> spikes = [];
        for (int index = 0; index < events; index++)
        {
            core.Deliver(index, [new AxonEvent(source.AxonsOut.Axon[source.SpikeNeurons[index]])]);
            core.Update(index + 1);
            spikes.Add(core.Spikes.ToArray());
        }

        return spikes;
    }

    private static string OnMachine(JsonElement vector, ChipImage image, JsonElement[] expected, int workers)
    {
        using var machine = new Machine(image, VectorChip.Spec, new MachineOptions { Workers = workers });
        var potential = new Samples();
        var calcium = new Samples();
        var spikes = new Spikes(image.Populations[1].FirstNeuron);
        machine.Attach("neurons", "v", 1, potential);
        machine.Attach("neurons", "ca", 1, calcium);
        machine.Attach(spikes);

        machine.Run(expected.Length);

        Assert.Equal(expected.Select(after => after.Ints("v")), potential.Rows);
        Assert.Equal(expected.Select(after => after.Ints("ca")), calcium.Rows);
        Assert.Equal(expected.Select(after => after.Ints("spikes").Order().ToArray()), spikes.Rows);
        foreach (JsonProperty word in vector.GetProperty("expected").GetProperty("final_syn_words").EnumerateObject())
        {
            Assert.Equal((uint)OdinImage.Hex(word.Value), ChipWord(machine, int.Parse(word.Name, CultureInfo.InvariantCulture)));
        }

        return machine.StateHash();
    }

    /// <summary>A word of the chip's synapse memory: eight targets of one source, which the emulator keeps by target.</summary>
    private static uint ChipWord(Machine machine, int address)
    {
        int source = address >> 5;
        int[] bySource = machine.Read("neurons", string.Create(CultureInfo.InvariantCulture, $"synapses{source >> 3}"));
        IEnumerable<int> targets = Enumerable.Range((address & 0x1f) << 3, 8).Where(target => target < bySource.Length);
        return targets.Select((target, place) => (((uint)bySource[target] >> (4 * (source & 7))) & 0xf) << (4 * place)).Aggregate(0u, (word, synapse) => word | synapse);
    }

    private sealed class Samples : IProbeSink
    {
        public List<int[]> Rows { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Rows.Add(values.ToArray());
    }

    private sealed class Spikes(int firstNeuron) : ITimestepObserver
    {
        public List<int[]> Rows { get; } = [];

        public void Observe(in TimestepRecord record)
        {
            int[] fired = [.. record.Spikes.ToArray().Where(neuron => neuron >= firstNeuron).Select(neuron => neuron - firstNeuron)];
            if (record.Timestep > 0)
            {
                Rows.Add(fired);
            }
        }
    }
}
