using CsCheck;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.Odin;
using static Ganglion.Cores.Tests.Odin.OdinCores;

namespace Ganglion.Cores.Tests.Odin;

/// <summary>Events for all neurons work on eight at a time; the same events for one neuron each are the definition.</summary>
public sealed class OdinVectorTests
{
    private static readonly (string Name, int Largest)[] Columns =
    [
        ("leak", 127), ("leakEnabled", 1), ("threshold", 255), ("calciumEnabled", 1), ("learningPotential", 255), ("calciumLow", 7),
        ("calciumMiddle", 7), ("calciumHigh", 7), ("calciumPeriod", 31), ("v", 255), ("ca", 7), ("caCount", 31), ("up", 1), ("down", 1),
        ("inhibitory", 1), ("disabled", 1),
    ];

    private static readonly Gen<int[][]> Parameters = Gen.Int[1, 19].SelectMany(neurons =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, int.MaxValue - 1].Array[Columns.Length * neurons], Gen.Int[0, 15].Array[neurons * neurons], (small, draws, synapses) =>
            Columns.Select((column, index) => Draw(draws.AsSpan(index * neurons, neurons), column.Largest, small)).Append(synapses).ToArray()));

    [Fact]
    public void Spike_does_what_single_synapses_to_all_neurons_do() =>
        Gen.Select(Parameters, Gen.Bool, Gen.Bool).Sample(
            (parameters, updates, propagates) =>
            {
                int neurons = parameters[0].Length;
                for (int source = 0; source < neurons; source++)
                {
                    int[] singles = [.. Enumerable.Range(0, neurons).Select(target => Single(source, target))];
                    Compare(parameters, [source], singles, updates, propagates);
                }
            },
            iter: 300);

    [Fact]
    public void Time_reference_does_what_time_references_of_each_neuron_do() =>
        Parameters.Sample(
            parameters =>
            {
                int neurons = parameters[0].Length;
                Compare(parameters, [neurons], [.. Enumerable.Range(0, neurons).Select(neuron => (neuron << 8) | 0xff)], updates: false, propagates: false);
            },
            iter: 2000);

    /// <summary>One event for all neurons, twice, against its parts one after the other, twice.</summary>
    private static void Compare(int[][] parameters, AxonEvent[] whole, int[] parts, bool updates, bool propagates)
    {
        int neurons = parameters[0].Length;
        short[][] synapses = [.. Enumerable.Range(0, neurons).Select(source => parameters[^1].Skip(source * neurons).Take(neurons).Select(synapse => (short)synapse).ToArray())];
        (string, int[])[] columns =
        [
            .. Columns.Select((column, index) => (column.Name, parameters[index])),
            ("openLoop", [1]), ("learnOnSingleSynapse", [1]), ("updateUnmapped", [updates ? 1 : 0]), ("propagateUnmapped", [propagates ? 1 : 0]),
        ];
        OdinCore one = Make(synapses, [TimeReference], columns);
        OdinCore many = Make(synapses, parts, columns);
        for (int timestep = 1; timestep <= 2; timestep++)
        {
            int[] spikes = one.Step(timestep, whole);

            Assert.Equal(many.Step(timestep, [.. parts.Select((_, index) => new AxonEvent(neurons + index))]), spikes);
            foreach (NeuronVariable variable in one.Table.Variables)
            {
                Assert.Equal(many.Table[variable.Name], one.Table[variable.Name]);
            }

            Assert.Equal(many.Counters.CompartmentsActive, one.Counters.CompartmentsActive);
        }
    }

    /// <summary>Values of a column; small ones meet small weights more often.</summary>
    private static int[] Draw(ReadOnlySpan<int> draws, int largest, int small)
    {
        int[] values = new int[draws.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = draws[i] % (Math.Min(largest, small == 0 ? largest : 8) + 1);
        }

        return values;
    }
}
