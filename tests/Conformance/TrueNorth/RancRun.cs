using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.Conformance.Tests.Vectors;
using Ganglion.Emulator;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Observers;

namespace Ganglion.Conformance.Tests.TrueNorth;

/// <summary>Runs the image of a vector and compares rows, potentials and counts.</summary>
internal static class RancRun
{
    /// <summary>Runs an image whose populations are named as <see cref="RancImage"/> does.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="image">The image.</param>
    /// <param name="workers">Workers.</param>
    /// <returns>Hash of the state at the end.</returns>
    public static string Check(RancVector vector, ChipImage image, int workers)
    {
        using var machine = new Machine(image, vector.Spec, new MachineOptions { Workers = workers });
        var bus = new BusLog(image.Populations.Single(population => population.Name == RancImage.Bus));
        machine.Attach(bus);
        Dictionary<int, Samples> potentials = [];
        foreach (RancCore core in vector.Cores)
        {
            potentials.Add(core.Tile, new Samples());
            machine.Attach(RancImage.Population(core.Tile), "v", 1, potentials[core.Tile]);
        }

        machine.Run(vector.Ticks);
        Assert.Equal(vector.Expected.Matrix("output_rows").Select(row => string.Join(' ', row)), bus.Rows.Select(row => string.Join(' ', row)));
        CheckPotentials(vector, potentials);
        CheckCounts(vector, machine.Ledger());
        return machine.StateHash();
    }

    private static void CheckPotentials(RancVector vector, Dictionary<int, Samples> potentials)
    {
        if (vector.Expected.TryGetProperty("potentials_end_of_tick", out JsonElement ticks))
        {
            Assert.Equal(vector.Ticks, ticks.GetArrayLength());
            foreach ((int tick, JsonElement cores) in ticks.EnumerateArray().Index())
            {
                int[][] expected = [.. cores.EnumerateObject().Select(core => core.Value.Ints())];
                Assert.Equal(vector.Cores.Count, expected.Length);
                foreach (JsonProperty core in cores.EnumerateObject())
                {
                    int[] place = [.. core.Name.Split(',').Select(int.Parse)];
                    int tile = (place[0] * vector.Spec.Mesh.Height) + place[1];
                    Assert.Equal(core.Value.Ints(), potentials[tile].Rows[tick]);
                }
            }
        }
    }

    private static void CheckCounts(RancVector vector, Ledger ledger)
    {
        JsonElement counts = vector.Expected.GetProperty("counts");
        CoreLedger[] cores = [.. ledger.Cores.Where(core => core.Core.Value != vector.Bus)];
        (long eastWest, long northSouth) = ledger.Hops;
        Assert.Equal(counts.Int("syn_ops"), cores.Sum(core => core.Counters.SynapticEvents));
        Assert.Equal(counts.Int("neuron_updates"), cores.Sum(core => core.Counters.CompartmentsActive + core.Counters.CompartmentsInactive));
        Assert.Equal(counts.Int("spikes"), cores.Sum(core => core.Counters.Spikes));
        Assert.Equal(counts.Int("hops"), eastWest + northSouth);
    }

    /// <summary>Rows of the bus: a spike that its cell shows in a timestep was sent one before.</summary>
    private sealed class BusLog(PopulationImage bus) : ITimestepObserver
    {
        public List<int[]> Rows { get; } = [];

        public void Observe(in TimestepRecord record)
        {
            if (record.Timestep > 0)
            {
                int[] row = new int[bus.Count];
                foreach (int neuron in record.Spikes)
                {
                    int cell = neuron - bus.FirstNeuron;
                    if (cell >= 0 && cell < row.Length)
                    {
                        row[cell] = 1;
                    }
                }

                Rows.Add(row);
            }
        }
    }

    private sealed class Samples : IProbeSink
    {
        public List<int[]> Rows { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Rows.Add(values.ToArray());
    }
}
