using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Calibrate;

/// <summary>Measures how a quantized network behaves on samples.</summary>
internal static class AgreementMeter
{
    /// <summary>Runs all samples in integers and compares.</summary>
    public static AgreementReport Measure(CheckedNetwork valid, QuantizedPopulation?[] populations, ReferenceRecording[] samples)
    {
        LayerCounts?[] layers = Compare(valid, populations, samples);
        LayerCounts? output = layers[Output(valid.Network)];
        (int Reference, int Chip)[] answers = output is null ? [] : [.. samples.Select((_, sample) => output.Answer(sample))];
        int[] labelled = [.. Enumerable.Range(0, answers.Length).Where(sample => samples[sample].Sample.Label is not null)];
        return new AgreementReport
        {
            Samples = samples.Length,
            Layers = [.. layers.OfType<LayerCounts>().Select(layer => layer.Report())],
            AnsweredAlike = answers.Any(answer => answer.Reference >= 0) ? answers.Average(answer => answer.Reference == answer.Chip ? 1.0 : 0.0) : null,
            Labelled = labelled.Length,
            ReferenceAccuracy = Accuracy(sample => answers[sample].Reference),
            ChipAccuracy = Accuracy(sample => answers[sample].Chip),
        };

        double? Accuracy(Func<int, int> answer) =>
            labelled.Length == 0 ? null : labelled.Average(sample => answer(sample) == samples[sample].Sample.Label ? 1.0 : 0.0);
    }

    /// <summary>Runs the populations that are given and compares each of them; <see langword="null"/> for the others.</summary>
    public static LayerCounts?[] Compare(CheckedNetwork valid, IReadOnlyList<QuantizedPopulation?> populations, ReferenceRecording[] samples)
    {
        LayerCounts?[] layers =
            [.. populations.Select((population, p) => population is null ? null : new LayerCounts(valid.Network.Populations[p].Name, valid.Network.Populations[p].Count))];
        IntegerRun run = new(valid, populations);
        foreach (ReferenceRecording sample in samples)
        {
            SpikeRaster?[] chip = run.Run(sample);
            for (int p = 0; p < layers.Length; p++)
            {
                layers[p]?.Add(sample.Populations[p], chip[p]!, sample.Sample.Timesteps);
            }
        }

        return layers;
    }

    /// <summary>Index of the population whose most active neuron is the answer: the first output, or the last population.</summary>
    private static int Output(Network network)
    {
        int named = Enumerable.Range(0, network.Populations.Count).FirstOrDefault(p => network.Outputs.Contains(network.Populations[p].Name), -1);
        return named >= 0 ? named : network.Populations.Count - 1;
    }
}
