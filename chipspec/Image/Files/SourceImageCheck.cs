namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks the spike sources of an image.</summary>
internal static class SourceImageCheck
{
    public static void Run(ChipImage image, ImageFindings findings)
    {
        int previous = -1;
        for (int i = 0; i < image.Sources.Count; i++)
        {
            SourceImage source = image.Sources[i];
            string path = $"sources[{i}]";
            findings.Expect(source.Population > previous, path, $"population {source.Population} after {previous}", "ascending populations");
            previous = source.Population;
            PopulationImage? population = source.Population >= 0 && source.Population < image.Populations.Count ? image.Populations[source.Population] : null;
            if (findings.Expect(population is { IsSource: true }, path, $"population {source.Population}", "a population of spike sources"))
            {
                CheckSpikes(source, population!.Count, path, findings);
                AxonTableCheck.Run(image, source.AxonsOut, population.Count, $"{path}.axonsOut", findings);
            }
        }

        int expected = image.Populations.Count(population => population.IsSource);
        findings.Expect(image.Sources.Count == expected, "sources", $"{image.Sources.Count} sources", $"{expected}, one per population of sources");
    }

    private static void CheckSpikes(SourceImage source, int neurons, string path, ImageFindings findings)
    {
        findings.Expect(Enum.IsDefined(source.Kind), path, $"kind {(int)source.Kind}", string.Join(", ", Enum.GetNames<SourceKind>()));
        findings.Expect(source.Kind == SourceKind.List || source.SpikeTimesteps.Length == 0, path, "listed spikes", "none for this kind of source");
        findings.Expect(
            source.Kind == SourceKind.Poisson ? source.Probability.Length == 1 || source.Probability.Length == neurons : source.Probability.Length == 0,
            path,
            $"{source.Probability.Length} probabilities",
            source.Kind == SourceKind.Poisson ? $"1, or {neurons}, one per neuron" : "none for this kind of source");
        findings.Expect(Array.TrueForAll(source.Probability, p => p is >= 0 and <= 1), path, "a probability that is none", "0 to 1");
        if (!findings.Expect(
            source.SpikeTimesteps.Length == source.SpikeNeurons.Length,
            path,
            $"{source.SpikeTimesteps.Length} timesteps and {source.SpikeNeurons.Length} neurons",
            "as many of both"))
        {
            return;
        }

        (long Timestep, int Neuron) last = (0, 0);
        for (int i = 0; i < source.SpikeNeurons.Length; i++)
        {
            (long Timestep, int Neuron) spike = (source.SpikeTimesteps[i], source.SpikeNeurons[i]);
            if (spike.CompareTo(last) < 0 || (uint)spike.Neuron >= (uint)neurons)
            {
                findings.Expect(
                    false, $"{path}.spikes[{i}]", $"neuron {spike.Neuron} in timestep {spike.Timestep}", $"neurons 0 to {neurons - 1}, ascending by timestep and neuron from timestep 0");
                return;
            }

            last = spike;
        }
    }
}
