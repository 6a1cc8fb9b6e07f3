using System.Text.Json;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Kinds <c>delay</c> and <c>dense</c>: in which step a spike acts, and with what sum.</summary>
internal static class DelayVectors
{
    private const int WeightShift = 6;

    public static void Check(LoihiCase vector)
    {
        if (vector.Data.GetProperty("delays")[0].ValueKind == JsonValueKind.Array)
        {
            CheckSums(vector, vector.Data.Matrix("delays"));
        }
        else
        {
            CheckCurrent(vector);
        }
    }

    public static void CheckDense(LoihiCase vector)
    {
        int[][] weights = vector.Data.Matrix("weights");
        CheckSums(vector, [.. weights.Select(row => new int[row.Length])]);
    }

    /// <summary>lava: weights and delays by target and axon; a spike in step k acts in step k + 1 + delay.</summary>
    private static void CheckSums(LoihiCase vector, int[][] delays)
    {
        int exponent = vector.Data.Int("exp");
        Assert.SkipWhen(exponent < 0, "lava adds the mantissas first and shifts the sum; the chip shifts every weight");
        int[][] weights = vector.Data.Matrix("weights");
        IEnumerable<(int Axon, Synapse Synapse)> synapses =
            from target in Enumerable.Range(0, weights.Length)
            from axon in Enumerable.Range(0, weights[target].Length)
            select (axon, new Synapse(target, weights[target][axon], delays[target][axon] + 1));
        SignMode sign = vector.Data.Text("mode") switch
        {
            "mixed" => SignMode.Mixed,
            "excitatory" => SignMode.Excitatory,
            _ => SignMode.Inhibitory,
        };

        int[][] sums = Run(
            vector.Data.Matrix("spikes"), firstTimestep: 1, weights.Length, synapses, new IntegerWeights(vector.Data.Int("bits"), exponent, sign));

        Assert.Equal(vector.Expected.Matrix("a_out"), sums.Select(row => row.Select(u => u >> WeightShift)));
    }

    /// <summary>Brian2Loihi: one target; a spike in step k acts in step k + delay.</summary>
    private static void CheckCurrent(LoihiCase vector)
    {
        int[] weights = vector.Data.Ints("weights");
        int[] delays = vector.Data.Ints("delays");
        IEnumerable<(int Axon, Synapse Synapse)> synapses = weights.Select((weight, axon) => (axon, new Synapse(0, weight, delays[axon] + 1)));

        int[][] currents = Run(vector.Data.Matrix("spikes"), firstTimestep: 0, 1, synapses, new IntegerWeights(8, 0, SignMode.Excitatory));

        Assert.Equal(vector.Expected.Ints("u"), currents.Select(row => row[0]));
    }

    private static int[][] Run(
        int[][] spikes, int firstTimestep, int targets, IEnumerable<(int Axon, Synapse Synapse)> synapses, IntegerWeights unit)
    {
        int axons = spikes[0].Length;
        NetworkBuilder network = new NetworkBuilder("delays")
            .AddSource("axons", [axons], SpikeTimes.Source(spikes, firstTimestep))
            .AddPopulation("targets", [targets], new LoihiNeurons { ThresholdMantissa = [131071], PotentialDecay = [4096] })
            .Connect("axons", "targets", Explicit.FromSynapses(axons, synapses), unit: unit);
        return LoihiRun.Of(network, "targets", spikes.Length).U;
    }
}
