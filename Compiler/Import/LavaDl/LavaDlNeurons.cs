using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>Turns the neurons of a layer into registers of Loihi 1.</summary>
internal static class LavaDlNeurons
{
    private const int DecayOne = 4096;
    private const int LargestThreshold = 131_071;
    private const int LargestRefractory = 63;
    private const int BiasExponent = 6;
    private const int LeastBias = -4096;
    private const int LargestBias = 4095;

    /// <summary>The registers; <see langword="null"/> when something was reported.</summary>
    /// <param name="layer">A layer with neurons.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="bias">Bias mantissas where they are given from outside; otherwise the layer's own.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static LoihiNeurons? Of(LavaDlLayer layer, int[] shape, IReadOnlyList<int>? bias, ImportReport report)
    {
        if (layer.NeuronType is not ("CUBA" or "LOIHI"))
        {
            report.Add(LavaDlDiagnostics.UnknownNeuron, $"{layer.Path}, group 'neuron'", $"type '{layer.NeuronType}'", "CUBA, LOIHI");
            return null;
        }

        foreach (string name in (string[])["neuron/gradedSpike", "neuron/wgtExp"])
        {
            if (layer.Numbers.TryGetValue(name, out Hdf5Array? array) && Array.Exists(array.Values, v => v != 0))
            {
                report.Add(LavaDlDiagnostics.UnknownNeuron, layer.PathOf(name), $"{Array.Find(array.Values, v => v != 0)}", "0");
                return null;
            }
        }

        int[]? Values(string name, int? missing, int least, int most) => LavaDlIntegers.PerNeuron(layer, name, missing, least, most, shape, report);
        int[]? current = Values("neuron/iDecay", null, 0, DecayOne);
        int[]? potential = Values("neuron/vDecay", null, 0, DecayOne);
        int[]? threshold = Values("neuron/vThMant", null, 0, LargestThreshold);
        int[]? refractory = Values("neuron/refDelay", 1, 1, LargestRefractory);
        IReadOnlyList<int>? biases = bias ?? Values("bias", 0, LeastBias, LargestBias);
        return current is null || potential is null || threshold is null || refractory is null || biases is null
            ? null
            : new LoihiNeurons
            {
                CurrentDecay = current,
                PotentialDecay = potential,
                ThresholdMantissa = threshold,
                BiasMantissa = biases,
                BiasExponent = [BiasExponent],
                Refractory = refractory,
            };
    }

    /// <summary>What an image does to the neurons of an input layer: 2·weight·x − weight + bias for an intensity x, without the fraction.</summary>
    public static int[]? BiasOf(LavaDlLayer input, IReadOnlyList<double> image, ImportReport report)
    {
        if (LavaDlIntegers.Read(input, "weight", null, LeastBias, LargestBias, report) is not { } weights
            || LavaDlIntegers.Read(input, "bias", 0, LeastBias, LargestBias, report) is not { } biases)
        {
            return null;
        }

        (int weight, int bias) = (weights[0], biases[0]);
        return [.. image.Select(x => (int)((2 * weight * x) - weight + bias))];
    }
}
