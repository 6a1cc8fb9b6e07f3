using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Xylo;

/// <summary>Networks of input channels, hidden and output neurons: spike counts and states after every timestep.</summary>
internal static class XyloVectors
{
    private const string Hidden = "hidden";
    private const string Output = "output";

    /// <summary>The case of a file.</summary>
    /// <param name="family">What the name of the case begins with.</param>
    /// <param name="path">Path of the file.</param>
    public static VectorCase Case(string family, string path)
    {
        string id = $"{family}/{Path.GetFileNameWithoutExtension(path)}";
        return JsonVectors.TryOpen(path, out string problem) is { } root
            ? new VectorCase(id, () => Check(root))
            : VectorCase.Broken(id, problem);
    }

    private static void Check(JsonElement vector)
    {
        JsonElement expected = vector.GetProperty("expected");
        int[][] input = vector.Matrix("input");
        ChipImage image = NetworkCompiler.Compile(Read(vector.GetProperty("network"), input), Presets.Load("xylo-a2")).Image;

        var run = XyloRun.Of(image, input.Length);

        Assert.Equal(expected.Matrix("hidden_spikes"), run.Payloads[Hidden]);
        Assert.Equal(expected.Matrix("output_spikes"), run.Payloads[Output]);
        Assert.Equal(expected.Matrix("isyn_hidden"), run.States[(Hidden, "isyn")]);
        Assert.Equal(expected.Matrix("vmem_hidden"), run.States[(Hidden, "v")]);
        Assert.Equal(expected.Matrix("isyn_out"), run.States[(Output, "isyn")]);
        Assert.Equal(expected.Matrix("vmem_out"), run.States[(Output, "v")]);
        Assert.Equal(SynapticEvents(vector.GetProperty("network"), input, expected.Matrix("hidden_spikes")), run.SynapticEvents);
        if (vector.GetProperty("network").Int("n_syn") == 2)
        {
            Assert.Equal(expected.Matrix("isyn2_hidden"), run.States[(Hidden, "isyn2")]);
        }
    }

    /// <summary>One for every spike and synapse; what the last step fires has not arrived.</summary>
    private static long SynapticEvents(JsonElement network, int[][] input, int[][] hiddenSpikes)
    {
        int[] fromInput = Lengths("syn_in");
        int[] fromHidden = [.. Lengths("syn_rec").Zip(Lengths("syn_out"), (recurrent, output) => recurrent + output)];
        return input.Sum(step => step.Index().Sum(channel => (long)Math.Min(channel.Item, 15) * fromInput[channel.Index]))
            + hiddenSpikes.SkipLast(1).Sum(step => step.Index().Sum(neuron => (long)neuron.Item * fromHidden[neuron.Index]));

        int[] Lengths(string synapses) => [.. network.GetProperty(synapses).EnumerateArray().Select(row => row.GetArrayLength())];
    }

    private static Network Read(JsonElement network, int[][] input)
    {
        JsonElement[] hidden = [.. network.GetProperty(Hidden).EnumerateArray()];
        JsonElement[] output = [.. network.GetProperty(Output).EnumerateArray()];
        bool hasBias = network.GetProperty("has_bias").GetBoolean();
        int[] aliases = [.. network.Matrix("aliases").Select(targets => targets.Length == 0 ? -1 : Assert.Single(targets))];
        NetworkBuilder builder = new NetworkBuilder("vector")
            .AddSource("input", [input[0].Length], SpikeTimes.Source(input, firstTimestep: 0))
            .AddPopulation(Hidden, [hidden.Length], Neurons(hidden, hasBias) with { Alias = aliases })
            .AddPopulation(Output, [output.Length], Neurons(output, hasBias))
            .Output(Output);
        Connect(builder, network, "syn_in", "shift_in", "input", Hidden);
        Connect(builder, network, "syn_rec", "shift_rec", Hidden, Hidden);
        Connect(builder, network, "syn_out", "shift_out", Hidden, Output);
        return builder.Build();
    }

    private static XyloNeurons Neurons(JsonElement[] neurons, bool hasBias) => new()
    {
        SynapseDash = [.. neurons.Select(neuron => neuron.Ints("dash_syn")[0])],
        SecondSynapseDash = [.. neurons.Select(neuron => neuron.Ints("dash_syn")[^1])],
        MembraneDash = [.. neurons.Select(neuron => neuron.Int("dash_mem"))],
        Threshold = [.. neurons.Select(neuron => neuron.Int("threshold"))],
        Bias = hasBias ? [.. neurons.Select(neuron => neuron.Int("bias"))] : [0],
    };

    /// <summary>Adds synapses given for every source neuron as target, synapse state and weight.</summary>
    private static void Connect(NetworkBuilder builder, JsonElement network, string synapses, string shift, string source, string target)
    {
        int[][][] rows = [.. network.GetProperty(synapses).EnumerateArray().Select(row => row.EnumerateArray().Select(synapse => synapse.Ints()).ToArray())];
        foreach (int receptor in rows.SelectMany(row => row).Select(synapse => synapse[1]).Distinct().Order())
        {
            var chosen = rows.Index().SelectMany(row => row.Item.Where(synapse => synapse[1] == receptor).Select(synapse => (row.Index, synapse)));
            builder.Connect(
                source, target,
                Explicit.FromSynapses(rows.Length, chosen.Select(entry => (entry.Index, new Synapse(entry.synapse[0], entry.synapse[2], 1)))),
                name: $"{synapses} {receptor}",
                unit: new IntegerWeights(Exponent: network.Int(shift)),
                receptor: receptor);
        }
    }
}
