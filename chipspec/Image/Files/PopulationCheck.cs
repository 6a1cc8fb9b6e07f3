namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks the populations of an image, and that each of their neurons has one compartment.</summary>
internal static class PopulationCheck
{
    public static void Run(ChipImage image, ImageFindings findings)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        long firstNeuron = 0;
        for (int i = 0; i < image.Populations.Count; i++)
        {
            PopulationImage population = image.Populations[i];
            string path = $"populations[{i}]";
            findings.Expect(population.Name.Length > 0 && names.Add(population.Name), path, "a missing or repeated name", "every name once");
            findings.Expect(population.Count > 0, path, $"{population.Count} neurons", "at least 1");
            findings.Expect(population.FirstNeuron == firstNeuron, path, $"first neuron {population.FirstNeuron}", $"{firstNeuron}, the number of neurons before");
            findings.Expect(
                population.Shape.Length == 0 || Product(population.Shape) == population.Count,
                path,
                $"a shape whose product is not {population.Count}",
                "dimensions from 1 whose product is the number of neurons");
            findings.Expect(
                population.PotentialScale is null || double.IsFinite(population.PotentialScale.Value), path, "a scale that is not finite", "a finite number");
            firstNeuron += Math.Max(0, population.Count);
        }

        findings.Expect(firstNeuron <= int.MaxValue, "populations", $"{firstNeuron} neurons", $"at most {int.MaxValue}");
        CheckCover(image, findings);
    }

    private static void CheckCover(ChipImage image, ImageFindings findings)
    {
        ILookup<int, CompartmentRun> runs = image.Cores.SelectMany(core => core.Runs).ToLookup(run => run.Population);
        for (int i = 0; i < image.Populations.Count; i++)
        {
            if (image.Populations[i].IsSource)
            {
                continue;
            }

            long next = 0;
            foreach (CompartmentRun run in runs[i].OrderBy(run => run.FirstNeuron))
            {
                if (!findings.Expect(run.FirstNeuron == next, $"populations[{i}]", $"neuron {Math.Min(next, run.FirstNeuron)} in no or several compartments", "one compartment for every neuron"))
                {
                    return;
                }

                next = run.FirstNeuron + (long)run.Count;
            }

            findings.Expect(next == image.Populations[i].Count, $"populations[{i}]", $"compartments for {next} neurons", $"{image.Populations[i].Count}");
        }
    }

    private static long Product(int[] shape)
    {
        long product = 1;
        foreach (int dimension in shape)
        {
            if (dimension < 1 || (product *= dimension) > int.MaxValue)
            {
                return -1;
            }
        }

        return product;
    }
}
