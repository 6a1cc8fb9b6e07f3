using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;
using Ganglion.Cores.Learning;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Kind <c>network_learn</c>: input onto A, A onto itself and onto B, where it learns, and a teacher onto B; on one worker and on two.</summary>
internal static class LearningNetwork
{
    public static void Check(LoihiCase vector)
    {
        ChipImage image = NetworkCompiler.Compile(Network(vector.Data), VectorChip.Spec).Image;
        foreach (int workers in (int[])[1, 2])
        {
            Check(vector, image, workers);
        }
    }

    private static void Check(LoihiCase vector, ChipImage image, int workers)
    {
        int timesteps = vector.Data.GetProperty("spikes").GetArrayLength();
        RecordedDraws draws = LearningVectors.Draws(vector.Data.GetProperty("draws"));
        using var machine = new Machine(image, VectorChip.Spec, new MachineOptions { Workers = workers, RecordedDraws = draws });
        Dictionary<string, LoihiRun.Samples> probes = [];
        foreach (string population in (string[])["A", "B"])
        {
            foreach (string variable in (string[])["u", "v"])
            {
                probes[$"{population}_{variable}"] = new LoihiRun.Samples(timesteps);
                machine.Attach(population, variable, 1, probes[$"{population}_{variable}"]);
            }
        }

        LoihiRun.Raster[] spikes = [.. image.Populations.Where(p => p.Name.Length == 1).Select(p => new LoihiRun.Raster(p, timesteps))];
        Array.ForEach(spikes, machine.Attach);
        string[] weights = new string[timesteps];
        for (int timestep = 1; timestep <= timesteps; timestep++)
        {
            machine.Run(1);
            weights[timestep - 1] = Weights(machine, vector.Data.GetProperty("n"));
        }

        foreach ((string table, LoihiRun.Samples samples) in probes)
        {
            Assert.Equal(vector.Expected.Matrix(table), samples.Rows);
        }

        Assert.Equal(vector.Expected.Matrix("A_s"), spikes[0].Rows);
        Assert.Equal(vector.Expected.Matrix("B_s"), spikes[1].Rows);
        Assert.Equal(vector.Expected.GetProperty("w_ab").EnumerateArray().Select(row => row.GetRawText().Replace(" ", "", StringComparison.Ordinal)), weights);
    }

    private static string Weights(Machine machine, JsonElement sizes)
    {
        int[][] table = [.. Enumerable.Range(0, sizes.Int("B")).Select(_ => new int[sizes.Int("A")])];
        foreach (PlasticSynapse synapse in machine.PlasticSynapses("learning"))
        {
            table[synapse.Target][synapse.Source] = synapse.Weight;
        }

        return JsonSerializer.Serialize(table);
    }

    private static Network Network(JsonElement data)
    {
        JsonElement sizes = data.GetProperty("n");
        int a = sizes.Int("A");
        int b = sizes.Int("B");
        JsonElement traces = data.GetProperty("traces");
        return new NetworkBuilder("learning network")
            .AddSource("input", [sizes.Int("in")], SpikeTimes.Source(data.Matrix("spikes"), firstTimestep: 1))
            .AddSource("teacher", [sizes.Int("teach")], SpikeTimes.Source(data.Matrix("teach"), firstTimestep: 1))
            .AddPopulation("A", [a], Neurons(data.GetProperty("A")))
            .AddPopulation("B", [b], Neurons(data.GetProperty("B")))
            .Connect("input", "A", Dense(data.Matrix("W_in")), unit: new IntegerWeights(8, data.Int("exp_in")))
            .Connect("A", "A", Dense(data.Matrix("W_rec")), unit: new IntegerWeights())
            .Connect("teacher", "B", Dense(data.Matrix("W_teach")), unit: new IntegerWeights(8, data.Int("exp_teach", 0), SignMode.Excitatory))
            .Connect(new Projection
            {
                Name = "learning",
                Source = "A",
                Target = "B",
                Connectivity = Dense(data.Matrix("W_ab0")),
                Unit = new IntegerWeights(8, data.Int("exp_ab", 0), Enum.Parse<SignMode>(data.Text("sign_mode_ab"), ignoreCase: true)),
                Plasticity = new Plasticity
                {
                    Rule = LearningRule.Parse($"dw = {data.Text("rule")}"),
                    EpochTimesteps = data.Int("t_epoch"),
                    X1 = Trace(traces.GetProperty("x1")),
                    Y1 = Trace(traces.GetProperty("y1")),
                },
            })
            .Build();
    }

    private static TraceParameters Trace(JsonElement trace) => new(trace.Int("impulse"), trace.GetProperty("tau").GetDouble());

    private static AllToAll Dense(int[][] weights) => new(
        weights[0].Length, weights.Length,
        [.. weights.SelectMany(row => row).Select(weight => (double)weight)]);

    private static LoihiNeurons Neurons(JsonElement parameters) => new()
    {
        CurrentDecay = [parameters.Int("delta_u")],
        PotentialDecay = [parameters.Int("delta_v")],
        ThresholdMantissa = [parameters.Int("vth_mant")],
    };
}
